using System.Globalization;
using System.Xml.Linq;

namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>Writes and reads an adaptation set of tiled thumbnails (DASH-IF IOP 4.3, 6.2.6).</summary>
internal static class DashTilesXml
{
    private const string TileScheme = "http://dashif.org/guidelines/thumbnail_tile";
    private const int NumberDigits = 6;
    private const int Timescale = 1000;
    private const int MaxSheets = 10_000;

    /// <summary>Null when the names are not such that a template can tell them.</summary>
    public static XElement? Write(DashTiles tiles, int id)
    {
        var first = tiles.Uris[0];
        var name = first.AsSpan(0, first.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? query : first.Length).LastIndexOf('/') + 1;
        if (first.Length < name + NumberDigits || !long.TryParse(first.AsSpan(name, NumberDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var start)) return null;
        var (before, after) = (first[..name], first[(name + NumberDigits)..]);
        if (tiles.Uris.Where((uri, i) => uri != string.Create(CultureInfo.InvariantCulture, $"{before}{start + i:D6}{after}")).Any()) return null;
        return new XElement(
            DashWriter.Namespace + "AdaptationSet",
            new XAttribute("id", id),
            new XAttribute("contentType", "image"),
            new XAttribute("mimeType", "image/jpeg"),
            new XElement(
                DashWriter.Namespace + "SegmentTemplate",
                new XAttribute("timescale", Timescale),
                new XAttribute("duration", (long)(tiles.SheetSeconds * Timescale)),
                new XAttribute("startNumber", start),
                new XAttribute("media", $"{DashWriter.Escape(before)}$Number%0{NumberDigits}d${DashWriter.Escape(after)}")),
            new XElement(
                DashWriter.Namespace + "Representation",
                new XAttribute("id", "storyboard"),
                // Nobody chooses by it; a JPEG like these takes about a bit a pixel.
                new XAttribute("bandwidth", (long)Math.Ceiling(tiles.Width * tiles.Height / tiles.SheetSeconds)),
                new XAttribute("width", tiles.Width),
                new XAttribute("height", tiles.Height),
                new XElement(
                    DashWriter.Namespace + "EssentialProperty",
                    new XAttribute("schemeIdUri", TileScheme),
                    new XAttribute("value", string.Create(CultureInfo.InvariantCulture, $"{tiles.Columns}x{tiles.Rows}")))));
    }

    public static bool IsTiles(XElement set) => set.Attribute("contentType")?.Value == "image";

    /// <exception cref="ManifestException">It is not what <see cref="Write"/> writes.</exception>
    public static DashTiles Read(XElement set, decimal durationSeconds)
    {
        var template = set.Element(DashWriter.Namespace + "SegmentTemplate") ?? throw new ManifestException("Images have no SegmentTemplate.");
        var representation = set.Element(DashWriter.Namespace + "Representation") ?? throw new ManifestException("Images have no Representation.");
        var size = representation.Element(DashWriter.Namespace + "EssentialProperty")?.Attribute("value")?.Value.Split('x');
        if (size is not [var columns, var rows]) throw new ManifestException("Images have no tiles.");
        var (start, timescale) = (DashReader.Whole(DashReader.Need(template, "startNumber")), DashReader.Whole(DashReader.Need(template, "timescale")));
        var seconds = (decimal)DashReader.Whole(DashReader.Need(template, "duration")) / Math.Max(1, timescale);
        var count = seconds > 0 ? (long)Math.Ceiling(durationSeconds / seconds) : 0;
        if (count is < 1 or > MaxSheets) throw new ManifestException($"There are {count} sheets of images.");
        return new DashTiles(
            [.. Enumerable.Range(0, (int)count).Select(i => DashReader.Unescape(DashReader.Need(template, "media"), start + i, 0))],
            seconds,
            DashReader.Number(representation, "width") ?? 0,
            DashReader.Number(representation, "height") ?? 0,
            (int)Math.Min(DashReader.Whole(columns), int.MaxValue),
            (int)Math.Min(DashReader.Whole(rows), int.MaxValue));
    }
}
