using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>A published presentation with renditions added to it, or some of its own replaced by better ones of the same name.</summary>
public static class ExtendedPresentation
{
    /// <summary>What a rendition that is made to save bits must save at least, against the one it is chosen instead of.</summary>
    private const double LeastGain = 0.05;

    /// <summary>The new presentation, by the run of <paramref name="made"/>; or what does not fit.</summary>
    /// <param name="published">As it was stored, without what belongs to the asset and not to a revision.</param>
    /// <param name="made">The new renditions alone.</param>
    /// <param name="onlySavings">Leave out what is not smaller than the rendition it replaces, or than all there are of its size.</param>
    public static Result<Presentation> Of(Presentation published, Presentation made, bool onlySavings)
    {
        if (made.Video.FirstOrDefault(video => !IsAligned(video, published.Video[0])) is { } off)
        {
            return ExtensionErrors.Misaligned(off.Name);
        }

        var added = made.Video.Where(video => !onlySavings || Saves(video, published)).ToList();
        if (added.Count == 0)
        {
            return ExtensionErrors.NoGain();
        }

        var names = added.Select(video => video.Name).ToHashSet(StringComparer.Ordinal);
        return published with
        {
            RunId = made.RunId,
            Video = [.. published.Video.Where(video => !names.Contains(video.Name)).Concat(added).OrderByDescending(video => video.Height)],
            KeyFrames = [.. published.KeyFrames.Where(keys => !names.Contains(keys.Rendition)), .. made.KeyFrames.Where(keys => names.Contains(keys.Rendition))],
        };
    }

    /// <summary>Runs beside its own whose blobs a presentation is made of, in the order in which they were made; null when there are none.</summary>
    public static IReadOnlyList<string>? OtherRuns(Presentation presentation)
    {
        var prefix = $"{presentation.AssetId}/";
        var runs = presentation.Blobs()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => name.Split('/')[1])
            .Where(run => run != presentation.RunId)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return runs.Count == 0 ? null : runs;
    }

    private static bool IsAligned(PresentedVideo video, PresentedVideo other) =>
        video.Timescale == other.Timescale
        && video.Segments.Select(segment => (segment.Start, segment.Duration)).SequenceEqual(other.Segments.Select(segment => (segment.Start, segment.Duration)));

    /// <summary>Against the one whose place it takes; one that stands beside the others, against all of its size.</summary>
    private static bool Saves(PresentedVideo video, Presentation published) => published.Video
        .Where(other => published.Video.Any(same => same.Name == video.Name) ? other.Name == video.Name : other.Height == video.Height && other.Range == video.Range)
        .All(other => video.AverageBitrate <= (1 - LeastGain) * other.AverageBitrate);
}
