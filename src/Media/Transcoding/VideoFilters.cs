using System.Globalization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>From decoded pictures to what is shown: fields to frames, the output grid, standard range and colours, square pixels.</summary>
internal static class VideoFilters
{
    /// <summary>What every SDR picture leaves as, said in its bitstream: a player that has to guess guesses by size, differently for each rung.</summary>
    public const string Tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

    /// <summary>Of a picture in linear light.</summary>
    private const int MostParts = 36;

    /// <summary>
    /// Puts pictures on the output grid from <paramref name="startFrame"/> on. Times are the source's own, so that a chunk
    /// picks the same picture for a frame as an uncut run; the last picture is held when the source ends early.
    /// </summary>
    /// <param name="trimmed">Seconds of the source before the grid begins.</param>
    public static string ToGrid(OutputGrid grid, long startFrame, double trimmed = 0)
    {
        var start = trimmed + (startFrame * grid.FrameTicks / (double)grid.Timescale);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fps=fps={grid.FrameRate}:start_time={start:0.######}:round=near,setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop=-1");
    }

    /// <summary>
    /// Filters that come before the grid; ends in a comma when there are any. Telecined film gets its frames back by matching
    /// fields, by how combed each match is: their difference alone, which is what is asked first otherwise, misses small
    /// moves. What is still combed then was video among the film. bwdif hands on what isn't flagged as interlaced.
    /// </summary>
    public static string Deinterlace(VideoTrack video) => video switch
    {
        { Telecined: true } => "fieldmatch=combmatch=full,bwdif=mode=send_frame:deint=interlaced,decimate,",
        { Interlaced: true } => "bwdif=mode=send_field:deint=interlaced,",
        { SaysInterlaced: true } => "bwdif=mode=send_frame:deint=interlaced,",
        _ => "",
    };

    /// <summary>
    /// Any colours to BT.709, limited range, 8-bit 4:2:0, tagged so; ends in a comma. Done at the size of the largest rung,
    /// since some of it is costly. PQ and HLG are tone-mapped.
    /// </summary>
    public static string ToStandardRange(VideoTrack video, int width, int height)
    {
        var range = Invariant($"in_range={(video.FullRange ? "pc" : "tv")}:out_range=tv");
        if (video.Chroma == "rgb")
            return Invariant($"scale={width}:{height}:out_color_matrix=bt709:out_range=tv,format=yuv420p,{Tags},");
        var deep = video.BitDepth > 8 || video.DynamicRange != DynamicRange.Standard;
        var scaled = Invariant($"scale={width}:{height}:{range},format={(deep ? "yuv420p10le" : "yuv420p")},");
        var colours = SourceColours.Of(video);
        if (video.DynamicRange != DynamicRange.Standard)
        {
            var (cut, joined) = InParts(width, height);

            // The primaries are said once more as those that come out: what was untagged would stay so, and lead nowhere.
            return scaled + cut + Invariant($"zscale=tin={video.Transfer}:pin={colours.Primaries}:min={colours.Matrix}:rin=limited:p={colours.Primaries}:t=linear:npl=100,format=gbrpf32le,")
                + $"zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p,{joined}{Tags},";
        }

        return scaled + (colours.AreStandard ? "" : $"zscale=min={colours.Matrix}:pin={colours.Primaries}:tin=bt709:rin=limited:m=bt709:p=bt709:t=bt709:r=limited,") + $"format=yuv420p,{Tags},";
    }

    /// <summary>
    /// A picture in linear light is eight times one of 8 bit, and each filter holds one: at 4K, 300 MB. So a small part of it
    /// at a time, which stays in the processor's cache too. What is done is done to each pixel by itself, but for chroma, which
    /// is interpolated between neighbours: where an edge of colour lies on a seam, the line on each side of it differs.
    /// </summary>
    private static (string Cut, string Joined) InParts(int width, int height)
    {
        var (columns, rows) = (PartsOf(width), PartsOf(height));
        var layout = rows >= columns ? Invariant($"1x{rows}") : Invariant($"{columns}x1");
        return Math.Max(rows, columns) == 1 ? ("", "") : ($"untile={layout},", $"tile={layout},");
    }

    /// <summary>As many equal ones as may be; chroma has half the lines, and each part has as many of them.</summary>
    private static int PartsOf(int length) => Enumerable.Range(1, MostParts).Last(parts => length % (2 * parts) == 0 || parts == 1);

    /// <summary>The colours of a rendition, from those of the source; ends in a comma.</summary>
    public static string ToRange(VideoTrack video, DynamicRange range, int width, int height) =>
        range == DynamicRange.Standard ? ToStandardRange(video, width, height) : ToWideRange(video, width, height);

    /// <summary>HDR as it is, in BT.2020, limited range, 10-bit 4:2:0 (ITU-R BT.2100), tagged so; ends in a comma.</summary>
    private static string ToWideRange(VideoTrack video, int width, int height)
    {
        var colours = SourceColours.Of(video);
        return Invariant($"scale={width}:{height}:in_range={(video.FullRange ? "pc" : "tv")}:out_range=tv,format=yuv420p10le,")
            + (colours.AreWide ? "" : $"zscale=min={colours.Matrix}:pin={colours.Primaries}:tin={video.Transfer}:rin=limited:m=bt2020nc:p=bt2020:t={video.Transfer}:r=limited,format=yuv420p10le,")
            + $"setparams=range=tv:color_primaries=bt2020:color_trc={video.Transfer}:colorspace=bt2020nc,";
    }

    /// <summary>Scales to exactly this size (even sides), 4:2:0, 8 bit or of HDR 10, limited range, square pixels.</summary>
    public static string ToSize(int width, int height, DynamicRange range = DynamicRange.Standard) =>
        $"scale={width}:{height},setsar=1,format={(range == DynamicRange.Standard ? "yuv420p" : "yuv420p10le")}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
