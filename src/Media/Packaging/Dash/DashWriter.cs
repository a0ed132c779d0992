using System.Globalization;
using System.Xml.Linq;

namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>
/// Writes an MPD of the isoff-live profile (ISO/IEC 23009-1, 8.4): SegmentTemplate with SegmentTimeline and <c>$Number$</c>
/// where the segments' URIs differ only in their number, <c>$Time$</c> where in their start, else a SegmentList; text is whole files.
/// </summary>
internal static class DashWriter
{
    private const int NumberDigits = 6;
    private const int TimeDigits = 12;

    public const string TrickMode = "http://dashif.org/guidelines/trickmode";

    public static readonly XNamespace Namespace = "urn:mpeg:dash:schema:mpd:2011";

    public static string Write(DashManifest manifest)
    {
        var sets = manifest.AdaptationSets.Select(Set).ToList();
        var regular = !sets.Descendants(Namespace + "SegmentList").Any() && !sets.Descendants(Namespace + "BaseURL").Any();
        var mpd = new XElement(
            Namespace + "MPD",
            new XAttribute("type", "static"),
            new XAttribute("profiles", regular ? "urn:mpeg:dash:profile:isoff-live:2011" : "urn:mpeg:dash:profile:isoff-main:2011"),
            new XAttribute("mediaPresentationDuration", Duration(manifest.DurationSeconds)),
            new XAttribute("minBufferTime", Duration(manifest.MinBufferSeconds)),
            new XElement(Namespace + "Period", new XAttribute("id", "0"), new XAttribute("start", "PT0S"), sets, manifest.Tiles is { } tiles ? DashTilesXml.Write(tiles, sets.Count) : null));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{mpd}\n";
    }

    private static XElement Set(DashAdaptationSet set, int index)
    {
        var isText = set.ContentType == DashAdaptationSet.TextContent;
        return new XElement(
            Namespace + "AdaptationSet",
            new XAttribute("id", index),
            new XAttribute("contentType", set.ContentType),
            new XAttribute("mimeType", isText ? "text/vtt" : $"{set.ContentType}/mp4"),
            isText ? null : new XAttribute("segmentAlignment", "true"),
            isText ? null : new XAttribute("startWithSAP", "1"),
            set.Language is null ? null : new XAttribute("lang", set.Language),
            set.TrickModeOf is { } main ? Descriptor("EssentialProperty", TrickMode, main) : null,
            set.Label is null ? null : new XElement(Namespace + "Label", set.Label),
            set.Accessibility is null ? null : Descriptor("Accessibility", "urn:tva:metadata:cs:AudioPurposeCS:2007", set.Accessibility),
            set.TrickModeOf is null ? Descriptor("Role", "urn:mpeg:dash:role:2011", set.Role) : null,
            set.Representations.Select(Representation));
    }

    private static XElement Descriptor(string name, string scheme, object value) =>
        new(Namespace + name, new XAttribute("schemeIdUri", scheme), new XAttribute("value", value));

    private static XElement Representation(DashRepresentation representation) => new(
        Namespace + "Representation",
        new XAttribute("id", representation.Id),
        Optional("codecs", representation.Codecs),
        new XAttribute("bandwidth", representation.Bandwidth),
        Optional("width", representation.Width),
        Optional("height", representation.Height),
        Optional("frameRate", representation.FrameRate),
        representation.Width is null ? null : new XAttribute("sar", "1:1"),
        Optional("audioSamplingRate", representation.SampleRate),
        Optional("maxPlayoutRate", representation.MaxPlayoutRate),
        representation.MaxPlayoutRate is null ? null : new XAttribute("codingDependency", "false"),
        representation.Channels is null ? null : Descriptor("AudioChannelConfiguration", "urn:mpeg:dash:23003:3:audio_channel_configuration:2011", representation.Channels),
        representation.BaseUri is { } uri ? new XElement(Namespace + "BaseURL", uri) : Template(representation) ?? List(representation));

    private static XAttribute? Optional(string name, object? value) => value is null ? null : new XAttribute(name, value);

    private static XElement? Template(DashRepresentation representation)
    {
        if (representation.Segments.Count == 0) return null;
        // Which number does the first name begin with? Everything else has to follow from it.
        var first = representation.Segments[0].Uri;
        var path = first.AsSpan(0, first.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? query : first.Length);
        var name = path.LastIndexOf('/') + 1;
        var digits = path[name..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : path.Length - name;
        if (digits is not (NumberDigits or TimeDigits))
            return null;
        var byTime = digits == TimeDigits;
        var startNumber = long.Parse(path.Slice(name, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        var (before, after) = (first[..name], first[(name + digits)..]);
        for (var i = 0; i < representation.Segments.Count; i++)
        {
            var value = byTime ? representation.Segments[i].Start : startNumber + i;
            if (representation.Segments[i].Uri != before + value.ToString($"D{digits}", CultureInfo.InvariantCulture) + after) return null;
        }

        return new XElement(
            Namespace + "SegmentTemplate",
            new XAttribute("timescale", representation.Timescale),
            byTime ? null : new XAttribute("startNumber", startNumber),
            new XAttribute("initialization", Escape(representation.InitUri)),
            new XAttribute("media", $"{Escape(before)}${(byTime ? "Time" : "Number")}%0{digits}d${Escape(after)}"),
            Timeline(representation));
    }

    private static XElement List(DashRepresentation representation) => new(
        Namespace + "SegmentList",
        new XAttribute("timescale", representation.Timescale),
        new XElement(Namespace + "Initialization", new XAttribute("sourceURL", representation.InitUri)),
        Timeline(representation),
        representation.Segments.Select(segment => new XElement(Namespace + "SegmentURL", new XAttribute("media", segment.Uri))));

    /// <summary>Equal durations in a row become one S with a repeat count (ISO/IEC 23009-1, 5.3.9.6).</summary>
    private static XElement Timeline(DashRepresentation representation)
    {
        var timeline = new XElement(Namespace + "SegmentTimeline");
        var segments = representation.Segments;
        var expected = -1L;
        for (var i = 0; i < segments.Count;)
        {
            var run = 1;
            while (i + run < segments.Count && segments[i + run].Duration == segments[i].Duration
                   && segments[i + run].Start == segments[i + run - 1].Start + segments[i].Duration)
                run++;
            timeline.Add(new XElement(
                Namespace + "S",
                segments[i].Start == expected ? null : new XAttribute("t", segments[i].Start),
                new XAttribute("d", segments[i].Duration),
                run == 1 ? null : new XAttribute("r", run - 1)));
            expected = segments[i].Start + (run * segments[i].Duration);
            i += run;
        }

        return timeline;
    }

    /// <summary>A dollar sign starts an identifier in templates (ISO/IEC 23009-1, 5.3.9.4.4).</summary>
    internal static string Escape(string uri) => uri.Replace("$", "$$", StringComparison.Ordinal);

    private static string Duration(decimal seconds) => string.Create(CultureInfo.InvariantCulture, $"PT{seconds:0.######}S");
}
