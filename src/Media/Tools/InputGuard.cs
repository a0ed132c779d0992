namespace StreamPlatform.Media.Tools;

/// <summary>
/// What an original may make ffmpeg read: itself, nothing else. Containers are allowed by name, because some formats are
/// scripts that name other files or hosts (HLS, DASH, concat, image sequences) or turn any text into video (tty).
/// </summary>
internal static class InputGuard
{
    internal static readonly string[] Containers =
    [
        "mov", "matroska", "avi", "flv", "live_flv", "mpegts", "mpeg", "mpegvideo", "asf", "ogg", "mxf", "mxf_opatom", "gxf",
        "dv", "rm", "nut", "wtv", "ivf", "obu", "av1", "h264", "hevc", "m4v", "vc1", "yuv4mpegpipe", "gif", "swf", "nsv",
        "wav", "w64", "aiff", "caf", "au", "mp3", "aac", "flac", "ac3", "eac3", "dts", "dtshd", "truehd", "amr", "ape", "tta", "wv", "xwma",
    ];

    /// <summary>Options to put before <c>-i</c>, of ffmpeg and ffprobe alike.</summary>
    public static string Options { get; } = $"-protocol_whitelist file,pipe -format_whitelist {string.Join(',', Containers)}";
}
