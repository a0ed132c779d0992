using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>
/// Reads static MPDs of one period whose representations carry SegmentTemplate with SegmentTimeline and <c>$Number$</c>, or
/// SegmentList: what <see cref="DashWriter"/> writes. No DTD, no external entities, bounded counts.
/// </summary>
internal static class DashReader
{
    private const int MaxSegments = 200_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="ManifestException">It is not such an MPD.</exception>
    public static DashManifest Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var mpd = XDocument.Load(reader).Root!;
            if (mpd.Name != DashWriter.Namespace + "MPD") throw new ManifestException("It is not an MPD.");
            var period = mpd.Element(DashWriter.Namespace + "Period") ?? throw new ManifestException("The MPD has no Period.");
            return new DashManifest(
                Seconds(Need(mpd, "mediaPresentationDuration")),
                Seconds(Need(mpd, "minBufferTime")),
                [.. period.Elements(DashWriter.Namespace + "AdaptationSet").Where(set => !DashTilesXml.IsTiles(set)).Select(Set)])
            {
                Tiles = period.Elements(DashWriter.Namespace + "AdaptationSet").FirstOrDefault(DashTilesXml.IsTiles) is { } tiles
                    ? DashTilesXml.Read(tiles, Seconds(Need(mpd, "mediaPresentationDuration")))
                    : null,
            };
        }
        catch (Exception broken) when (broken is XmlException or FormatException or OverflowException)
        {
            throw new ManifestException($"The MPD is broken: {broken.Message}");
        }
    }

    private static DashAdaptationSet Set(XElement set) => new(
        set.Attribute("contentType")?.Value ?? Need(set, "mimeType").Split('/')[0],
        set.Attribute("lang")?.Value,
        [.. set.Elements(DashWriter.Namespace + "Representation").Select(Representation)])
    {
        Label = set.Element(DashWriter.Namespace + "Label")?.Value,
        Role = set.Element(DashWriter.Namespace + "Role")?.Attribute("value")?.Value ?? "main",
        Accessibility = set.Element(DashWriter.Namespace + "Accessibility")?.Attribute("value")?.Value,
        TrickModeOf = set.Elements(DashWriter.Namespace + "EssentialProperty").FirstOrDefault(property => property.Attribute("schemeIdUri")?.Value == DashWriter.TrickMode) is { } trick
            ? Number(trick, "value")
            : null,
    };

    private static DashRepresentation Representation(XElement element)
    {
        if (element.Element(DashWriter.Namespace + "BaseURL") is { } whole)
            return new DashRepresentation(Need(element, "id"), element.Attribute("codecs")?.Value, Whole(Need(element, "bandwidth")), 1, "", []) { BaseUri = whole.Value };
        var addressing = element.Element(DashWriter.Namespace + "SegmentTemplate")
            ?? element.Element(DashWriter.Namespace + "SegmentList")
            ?? throw new ManifestException("A Representation has no segments.");
        var times = Timeline(addressing.Element(DashWriter.Namespace + "SegmentTimeline") ?? throw new ManifestException("A Representation has no SegmentTimeline."));
        var isTemplate = addressing.Name.LocalName == "SegmentTemplate";
        var init = isTemplate
            ? Unescape(Need(addressing, "initialization"), 0, 0)
            : Need(addressing.Element(DashWriter.Namespace + "Initialization") ?? throw new ManifestException("A SegmentList has no Initialization."), "sourceURL");
        var uris = isTemplate ? null : addressing.Elements(DashWriter.Namespace + "SegmentURL").Select(url => Need(url, "media")).ToList();
        if (uris is not null && uris.Count != times.Count) throw new ManifestException("A SegmentList has not as many times as segments.");
        var start = isTemplate ? Whole(addressing.Attribute("startNumber")?.Value ?? "1") : 0;
        var media = isTemplate ? Need(addressing, "media") : "";
        return new DashRepresentation(
            Need(element, "id"),
            Need(element, "codecs"),
            Whole(Need(element, "bandwidth")),
            checked((int)Whole(addressing.Attribute("timescale")?.Value ?? "1")),
            init,
            [.. times.Select((time, i) => new DashSegment(uris?[i] ?? Unescape(media, start + i, time.Start), time.Start, time.Duration))],
            Number(element, "width"),
            Number(element, "height"),
            element.Attribute("frameRate")?.Value,
            Number(element, "audioSamplingRate"),
            element.Element(DashWriter.Namespace + "AudioChannelConfiguration") is { } channels ? Number(channels, "value") : null)
        {
            MaxPlayoutRate = Number(element, "maxPlayoutRate"),
        };
    }

    private static List<(long Start, long Duration)> Timeline(XElement timeline)
    {
        var times = new List<(long, long)>();
        var next = 0L;
        foreach (var entry in timeline.Elements(DashWriter.Namespace + "S"))
        {
            var (duration, repeat) = (Whole(Need(entry, "d")), Whole(entry.Attribute("r")?.Value ?? "0"));
            next = entry.Attribute("t") is { } start ? Whole(start.Value) : next;
            if (times.Count + repeat >= MaxSegments) throw new ManifestException($"A Representation has more than {MaxSegments} segments.");
            for (var i = 0; i <= repeat; i++, next = checked(next + duration))
                times.Add((next, duration));
        }

        return times;
    }

    /// <summary>Puts number and time in and takes doubled dollar signs back to one (ISO/IEC 23009-1, 5.3.9.4.4).</summary>
    internal static string Unescape(string template, long number, long time) =>
        string.Join('$', template.Split("$$").Select(part => part
            .Replace("$Number%06d$", number.ToString("D6", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$Time%012d$", time.ToString("D12", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$Number$", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static decimal Seconds(string duration)
    {
        var span = XmlConvert.ToTimeSpan(duration);
        return (decimal)span.Ticks / TimeSpan.TicksPerSecond;
    }

    internal static string Need(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value ?? throw new ManifestException($"{element.Name.LocalName} has no {attribute}.");

    internal static long Whole(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    internal static int? Number(XElement element, string attribute) =>
        element.Attribute(attribute) is { } value ? int.Parse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
