using StreamPlatform.Domain;

namespace StreamPlatform.Media.Probing;

/// <summary>Why a source is refused: stable codes and a sentence for its creator.</summary>
public static class SourceErrors
{
    public static Error Empty { get; } = new("source.empty", 422, "The file is empty. Please upload it again.");

    public static Error NotMedia { get; } = new(
        "source.not_media", 422, "This is not a video or audio file that we can read. Please upload a video, such as MP4, MOV, MKV or WebM.");

    public static Error NoTracks { get; } = new("source.no_tracks", 422, "The file has neither a video nor an audio track.");

    public static Error NoFrames { get; } = new("source.no_frames", 422, "The file has a video track without a single picture in it.");

    public static Error Truncated { get; } = new(
        "source.truncated", 422, "The file's index is missing: it was cut off or damaged on its way. Please export or copy it again, then upload it again.");

    /// <summary>Same code as without an index, but here something can be saved.</summary>
    public static Error CutOff(string held) => new(
        "source.truncated",
        422,
        $"The end of the file is missing: {held}. Please copy it again and upload it again, or allow that what is there is used.");

    public static Error Encrypted { get; } = new(
        "source.encrypted", 422, "The file is protected against copying (encrypted), and the key is not in it. Please upload an unprotected version.");

    public static Error Image(string kind) => new("source.image", 422, $"This is a picture ({kind}), not a video. Please upload a video, such as MP4, MOV, MKV or WebM.");

    public static Error Playlist(string kind) => new(
        "source.playlist", 422, $"This is {kind}: it only names other files and holds no video itself. Please upload the video.");

    public static Error DolbyVision(int profile) => new(
        "source.dolby_vision",
        422,
        FormattableString.Invariant($"The video is Dolby Vision profile {profile}, which has no base layer that other decoders show in right colours. Please export it as HDR10, HLG or SDR, or as Dolby Vision profile 8."));

    public static Error NoDecoder(string codec) => new(
        "source.unsupported_codec",
        422,
        $"The file's track is encoded as {CodecNames.Of(codec)}, which we can't decode. Please export it as H.264, HEVC, VP9 or AV1 and upload it again.");

    public static Error Changed { get; } = new("source.changed", 409, "The file was replaced while it was being read.");

    public static Error DiskFull { get; } = new(
        "processing.disk_full", 507, "There is no room left to look into the video. Tell the operator, then process it again.");

    public static Error Unreadable { get; } = new(
        "source.unreadable", 422, "The file took too long to look into. It is damaged, or made to be slow to read.");

    public static Error Undecodable(string codec) => new(
        "source.undecodable",
        422,
        $"Not one frame of this file's {CodecNames.Of(codec)} track can be decoded: it is damaged, or encoded in a way we don't know. Please export it as H.264, HEVC, VP9 or AV1 and upload it again.");

    public static Error TooLarge(long bytes, long limit) => new(
        "source.too_large", 422, FormattableString.Invariant($"The file has {bytes / 1e9:0.0} GB; the limit is {limit / 1e9:0.0} GB."));

    public static Error TooLong(double seconds, double limit) => new(
        "source.too_long", 422, FormattableString.Invariant($"The video lasts {seconds / 60:0} minutes; the limit is {limit / 60:0} minutes."));

    public static Error TooCostly(long frames, int width, int height) => new(
        "source.too_costly",
        422,
        FormattableString.Invariant($"The file holds {frames} frames of {width}×{height}, which is out of proportion to its size and more than we process. Please upload a shorter or smaller version."));
}
