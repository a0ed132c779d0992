using System.Globalization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// Encoder options of one stream. Whatever the codec: one thread, closed GOPs of exact length with a key frame at each start
/// and nowhere else, and headers that don't depend on the content, so that equal plans give equal bytes and chunks join.
/// </summary>
internal static class Encoders
{
    private const long LargestPixels = 2560 * 1440;

    public static bool IsLarge(VideoRendition rung) => (long)rung.Width * rung.Height > LargestPixels;

    /// <summary>
    /// Options of x264, after others. Of larger pictures fewer are held: x264 looks five frames ahead and predicts nothing from
    /// B-frames (two references instead of five, for half a percent of the bits), and the decoder has one thread. Each frame of
    /// 2160p takes 12 to 40 MB, and a job with its ffmpeg has 700 MB.
    /// </summary>
    public static string Frugal(VideoRendition rung) => IsLarge(rung) ? ":rc-lookahead=5:b-pyramid=none" : "";

    /// <param name="index">Of the stream among the output's video streams.</param>
    /// <param name="hdr">What the source tells; used of rungs in PQ.</param>
    public static string For(VideoRendition rung, int index, OutputGrid grid, HdrMetadata? hdr) => (rung.Codec, rung.Range == DynamicRange.Pq ? hdr : null) switch
    {
        ("h264", _) => X264(rung, index, grid),
        ("hevc", var light) => X265(rung, index, grid) + HdrOptions.X265(light),
        ("av1", var light) => SvtAv1(rung, index, grid) + HdrOptions.SvtAv1(light),
        _ => throw new ArgumentException($"There is no encoder for {rung.Codec}.", nameof(rung)),
    };

    /// <summary>Captions in the source's pictures become a text track; players would offer what is left in the pictures as another.</summary>
    private static string X264(VideoRendition rung, int index, OutputGrid grid) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c:v:{index} libx264 -a53cc:v:{index} 0 -threads:v:{index} 1 -preset:v:{index} {rung.Preset} -profile:v:{index} {rung.Profile} -crf:v:{index} {rung.Crf} -maxrate:v:{index} {rung.MaxBitrate} -bufsize:v:{index} {rung.BufferBits} -g:v:{index} {grid.GopFrames} -x264-params:v:{index} keyint={grid.GopFrames}:min-keyint={grid.GopFrames}:scenecut=0:open-gop=0:stitchable=1:force-cfr=1{Frugal(rung)}");

    /// <summary>No SEI with settings: each encoder would write its own.</summary>
    private static string X265(VideoRendition rung, int index, OutputGrid grid) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c:v:{index} libx265 -tag:v:{index} hvc1 -preset:v:{index} {rung.Preset} -profile:v:{index} {rung.Profile} -crf:v:{index} {rung.Crf} -g:v:{index} {grid.GopFrames} -x265-params:v:{index} log-level=error:pools=none:frame-threads=1:wpp=0:keyint={grid.GopFrames}:min-keyint={grid.GopFrames}:scenecut=0:open-gop=0:info=0:vbv-maxrate={rung.MaxBitrate / 1000}:vbv-bufsize={rung.BufferBits / 1000}");

    /// <summary>Key frames (not forward ones) begin each GOP; mbr caps the bitrate of constant quality.</summary>
    private static string SvtAv1(VideoRendition rung, int index, OutputGrid grid) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c:v:{index} libsvtav1 -preset:v:{index} {rung.Preset} -crf:v:{index} {Math.Round(rung.Crf)} -g:v:{index} {grid.GopFrames} -svtav1-params:v:{index} lp=1:scd=0:irefresh-type=2:mbr={rung.MaxBitrate / 1000}");
}
