using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>
/// A clip of a video, seconds. Whole segments are copied, so that it begins with a key frame; an edit list makes it start and
/// end where it should, to the frame, without encoding anything.
/// </summary>
public sealed record StaticSpan(double Start, double End)
{
    internal bool Meets(PresentedSegment segment, int timescale) =>
        segment.Start < End * timescale && segment.Start + segment.Duration > Start * timescale;
}
