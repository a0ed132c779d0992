using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Measuring;

/// <summary>
/// Chooses the spans of a title that are encoded at three qualities. Three, because a line through two misses the bitrate
/// by far and spatial information alone predicts nothing; short ones in many places, because titles change.
/// </summary>
internal static class MeasuredSpans
{
    /// <summary>Below this a few bits are at stake and the measurement would cost as much as the ladder.</summary>
    private const double LeastSeconds = 12;

    private const double SpanSeconds = 0.8;

    /// <summary>So many frames x264 looks ahead at least before it knows what a picture is worth to later ones.</summary>
    private const int LeastFrames = 24;

    /// <summary>Of the title that is encoded three times.</summary>
    private const double Share = 0.028;

    private const int LeastSpans = 3;
    private const int MostSpans = 16;

    private static readonly double[] Crfs = [15, 22, 30];

    /// <summary>Null when the title isn't worth measuring.</summary>
    public static MeasureSpec? For(OutputGrid grid, EncodingProfile profile, PlanOptions options)
    {
        var seconds = grid.TotalFrames / grid.FrameRate.Value;
        if (!profile.PerTitle || !options.PerTitle || seconds < LeastSeconds)
            return null;

        var frames = Math.Max(LeastFrames, (int)Math.Round(SpanSeconds * grid.FrameRate.Value));
        var count = (int)Math.Clamp(Math.Round(grid.TotalFrames * Share / frames), LeastSpans, MostSpans);
        return new MeasureSpec([.. Enumerable.Range(0, count).Select(index => new MeasuredSpan(StartOf(index, count, frames, grid), frames))], Crfs);
    }

    /// <summary>In the middle of equal parts: neither fades at the start nor credits at the end weigh more than they are.</summary>
    private static long StartOf(int index, int count, int frames, OutputGrid grid) =>
        Math.Max(0, (long)((index + 0.5) / count * grid.TotalFrames) - (frames / 2));
}
