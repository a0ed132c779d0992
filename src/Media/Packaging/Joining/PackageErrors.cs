using StreamPlatform.Domain;

namespace StreamPlatform.Media.Packaging.Joining;

/// <summary>Why what the items made is not one presentation.</summary>
internal static class PackageErrors
{
    public static readonly Error NoFrames = new("source.no_frames", 422, "No picture and no sound could be decoded from the file. Check that it plays, then upload it again.");

    public static Error Missing(string item) => new("package.missing_item", 500, $"Part of the video ({item}) has not been made. Process it again.");

    public static Error InitMismatch(string rendition) => new("package.init_mismatch", 500, $"The parts of {rendition} were encoded differently and can't be joined. Process the video again.");

    public static Error Gap(string rendition, long segment) => new("package.gap", 500, $"{rendition} has a gap before segment {segment}. Process the video again.");

    public static Error Overlap(string rendition, long segment) => new("package.overlap", 500, $"{rendition} overlaps itself at segment {segment}. Process the video again.");

    public static Error KeyFrames(string rendition) => new("package.key_frames", 500, $"The key frames of {rendition} don't cover its timeline. Process the video again.");

    public static Error OffGrid(string rendition, long segment) => new("package.off_grid", 500, $"Segment {segment} of {rendition} does not lie on the video's timeline. Process the video again.");

    public static Error Misaligned(string rendition, string other) => new("package.misaligned", 500, $"{rendition} and {other} are not cut at the same places. Process the video again.");
}
