using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// Makes of the facts of an original those of the part that its owner wants. Whoever plans or makes something of it sees a
/// source of that length that begins at 0, and asks <see cref="SourceInfo.InOriginal"/> where to read.
/// </summary>
internal static class Trimming
{
    /// <summary>Between a claimed and a measured end; what an end is beyond it by isn't worth a word.</summary>
    private const double Tolerance = 0.1;

    public static Result<SourceInfo> Apply(SourceInfo info, TrimChoice? trim)
    {
        var (start, end) = (Snap(info.Video, trim?.Start ?? 0), Snap(info.Video, trim?.End ?? double.MaxValue));
        if (start <= 0 && end >= info.DurationSeconds)
            return trim?.End is { } asked && asked > info.DurationSeconds + Tolerance ? Warned(info, EncodingErrors.TrimClamped(asked, info.DurationSeconds)) : info;

        // Sound may go on after the picture: a part without a picture is no video.
        var shown = info.Video?.DurationSeconds ?? info.DurationSeconds;
        var last = Math.Min(end, info.DurationSeconds);
        if (Math.Min(last, shown) - start < Math.Min(TrimChoice.LeastSeconds, shown))
            return EncodingErrors.TrimOutside(trim!.Start ?? 0, shown);

        var part = Cut(info, start, last);
        return trim?.End > info.DurationSeconds + Tolerance ? Warned(part, EncodingErrors.TrimClamped(trim.End.Value, info.DurationSeconds)) : part;
    }

    private static SourceInfo Cut(SourceInfo info, double start, double end) => info with
    {
        TrimmedSeconds = start,
        DurationSeconds = end - start,
        Bytes = Math.Max(1, (long)(info.Bytes * ((end - start) / info.DurationSeconds))),
        Video = info.Video is not { } video ? null : video with
        {
            Frames = Math.Max(1, (long)(video.Frames * Math.Min(1, (Math.Min(end, video.DurationSeconds) - start) / video.DurationSeconds))),
            DurationSeconds = Math.Min(end, video.DurationSeconds) - start,
            StartSeconds = Math.Max(0, video.StartSeconds - start),
        },
        Audio = [.. info.Audio.Select(track => track with { StartSeconds = Math.Max(0, track.StartSeconds - start) })],
        Chapters = Chapters(info.Chapters, start, end),
    };

    /// <summary>Those that are heard of, cut at both ends; null when there are none.</summary>
    private static List<SourceChapter>? Chapters(IReadOnlyList<SourceChapter>? chapters, double start, double end)
    {
        // A chapter without a title is called by its number, which stays.
        var kept = (chapters ?? [])
            .Select((chapter, index) => new SourceChapter(
                Math.Round(Math.Max(0, chapter.StartSeconds - start), 3),
                Math.Round(Math.Min(end, chapter.EndSeconds) - start, 3),
                chapter.Title ?? FormattableString.Invariant($"Chapter {index + 1}")))
            .Where(chapter => chapter.EndSeconds > chapter.StartSeconds).ToList();
        return kept.Count == 0 ? null : kept;
    }

    /// <summary>
    /// To the timeline's nearest frame: then each chunk shows the pictures it would show of the whole, and sound is cut where
    /// the picture is. Sound alone is cut to the sample.
    /// </summary>
    private static double Snap(VideoTrack? video, double seconds) =>
        video is null || seconds >= int.MaxValue ? seconds : Math.Round(seconds * Grids.Rate(video).Value) / Grids.Rate(video).Value;

    private static SourceInfo Warned(SourceInfo info, AssetFailure warning) => info with { Warnings = [.. info.Warnings, warning] };
}
