using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Pictures;

/// <summary>Lays the tiles of a storyboard out on sheets: each shows the last frame seen by the middle of its interval.</summary>
internal static class StoryboardSheets
{
    /// <summary>One sheet at a time.</summary>
    /// <param name="frames">In order of time, at least one.</param>
    public static IEnumerable<RgbImage> Lay(StoryboardSpec spec, IReadOnlyList<SampledFrame> frames)
    {
        var (perSheet, next) = (spec.Columns * spec.Rows, 0);
        for (var first = 0; first < spec.Count; first += perSheet)
        {
            var sheet = new RgbImage(spec.Columns * spec.TileWidth, spec.Rows * spec.TileHeight);
            for (var tile = first; tile < Math.Min(spec.Count, first + perSheet); tile++)
            {
                while (next + 1 < frames.Count && frames[next + 1].Seconds <= (tile + 0.5) * spec.IntervalSeconds)
                    next++;
                sheet.Put(frames[next].Tile, (tile - first) % spec.Columns * spec.TileWidth, (tile - first) / spec.Columns * spec.TileHeight);
            }

            yield return sheet;
        }
    }
}
