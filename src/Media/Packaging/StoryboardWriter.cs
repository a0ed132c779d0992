using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Packaging.Dash;

namespace StreamPlatform.Media.Packaging;

/// <summary>Tells players where on which sheet the picture of a time is.</summary>
internal static class StoryboardWriter
{
    /// <summary>WebVTT whose cues are media fragments (<c>#xywh=</c>, W3C Media Fragments, 4.2.2), as seek bars read it.</summary>
    public static string Vtt(PresentedStoryboard storyboard, double durationSeconds, Func<string, string> uri)
    {
        var text = new StringBuilder("WEBVTT\n");
        var perSheet = storyboard.Columns * storyboard.Rows;
        var sheets = storyboard.Sheets.Select(uri).ToList();
        for (var tile = 0; tile < storyboard.Count; tile++)
        {
            var (start, end) = (tile * storyboard.IntervalSeconds, Math.Min(durationSeconds, (tile + 1) * storyboard.IntervalSeconds));

            // The pictures were planned for the source's duration; what is published may be a little shorter.
            if (end <= start)
                break;
            var (place, x) = (tile % perSheet, tile % storyboard.Columns * storyboard.TileWidth);
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(start)} --> {Time(end)}\n{sheets[tile / perSheet]}#xywh={x},{place / storyboard.Columns * storyboard.TileHeight},{storyboard.TileWidth},{storyboard.TileHeight}\n");
        }

        return text.ToString();
    }

    /// <summary>Tiled thumbnails (DASH-IF IOP 4.3, 6.2.6).</summary>
    public static DashTiles Tiles(PresentedStoryboard storyboard, Func<string, string> uri) => new(
        [.. storyboard.Sheets.Select(uri)],
        decimal.Round((decimal)storyboard.IntervalSeconds * storyboard.Columns * storyboard.Rows, 3),
        storyboard.Columns * storyboard.TileWidth,
        storyboard.Rows * storyboard.TileHeight,
        storyboard.Columns,
        storyboard.Rows);

    private static string Time(double seconds)
    {
        var milliseconds = (long)Math.Round(seconds * 1000);
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}.{milliseconds % 1000:000}");
    }
}
