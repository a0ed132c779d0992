using System.Globalization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>From decoded pictures to what is shown: fields to frames, the output grid, standard range and colours, square pixels.</summary>
internal static class VideoFilters
{
    /// <summary>
    /// Puts pictures on the output grid from <paramref name="startFrame"/> on. Times are the source's own, so that a chunk
    /// picks the same picture for a frame as an uncut run; the last picture is held when the source ends early.
    /// </summary>
    public static string ToGrid(OutputGrid grid, long startFrame)
    {
        var start = startFrame * grid.FrameTicks / (double)grid.Timescale;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fps=fps={grid.FrameRate}:start_time={start:0.######}:round=near,setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop=-1");
    }

    /// <summary>Filters that come before the grid; ends in a comma when there are any.</summary>
    public static string Deinterlace(VideoTrack video) => video.Interlaced ? "bwdif=mode=send_field:deint=interlaced," : "";

    /// <summary>
    /// PQ and HLG to BT.709, tone-mapped; ends in a comma. Done at the size of the largest rung, since it is costly.
    /// Untagged primaries are taken for BT.2020, which is what such transfers come with.
    /// </summary>
    public static string ToStandardRange(VideoTrack video, int width, int height) => IsHdr(video)
        ? $"scale={width}:{height},zscale=tin={video.Transfer}:pin=bt2020:min=bt2020nc:t=linear:npl=100,format=gbrpf32le,"
            + "zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p,"
        : "";

    /// <summary>Scales to exactly this size (even sides), 8-bit 4:2:0, limited range, square pixels.</summary>
    public static string ToSize(int width, int height) => $"scale={width}:{height}:out_range=tv,setsar=1,format=yuv420p";

    private static bool IsHdr(VideoTrack video) => video.Transfer is "smpte2084" or "arib-std-b67";
}
