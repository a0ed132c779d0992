namespace StreamPlatform.Domain.Playback.Clips;

/// <summary>Why a clip can't be made.</summary>
public static class ClipErrors
{
    /// <summary>The range is empty, or not inside of the video.</summary>
    public static Error RangeInvalid(double seconds) => new(
        "clip.range_invalid", 400, FormattableString.Invariant($"A clip needs start and end, in seconds from 0 to {seconds:0.###}, the end behind the start."));

    /// <summary>The sound of the video is not cut where its pictures are.</summary>
    public static Error Unaligned() => new(
        "clip.unaligned", 409, "The segments of this video's sound don't begin where those of its pictures do. Process the video again, then cut the clip.");

    /// <summary>What is cut was deleted while it was copied.</summary>
    public static Error SourceGone() => new("clip.source_gone", 410, "The video was deleted or made anew while the clip was cut from it. Cut it again.");
}
