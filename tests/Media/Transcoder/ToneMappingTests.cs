using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>HDR pictures are tone-mapped in parts; what comes out is what the whole at once would give, but at the seams.</summary>
public sealed class ToneMappingTests
{
    private static readonly VideoTrack Hdr = new(0, "hevc", 360, 240, 360, 240, new Rational(24000, 1001), "yuv420p10le", 0, false, "smpte2084");

    [Theory]
    [InlineData(240, 240, "untile=1x30,")]
    [InlineData(360, 242, "untile=36x1,")]
    [InlineData(358, 242, "untile=1x11,")]
    [InlineData(358, 254, "")]
    public async Task Pictures_in_parts_are_those_of_the_whole(int width, int height, string cut)
    {
        var filters = VideoFilters.ToStandardRange(Hdr, width, height).TrimEnd(',');
        Assert.Equal(cut.Length > 0, filters.Contains("untile=", StringComparison.Ordinal));
        Assert.Contains(cut, filters, StringComparison.Ordinal);
        var whole = string.Join(',', filters.Split(',').Where(filter => !filter.Contains("tile=", StringComparison.Ordinal)));

        var parts = await PicturesAsync(filters, width, height);
        var once = await PicturesAsync(whole, width, height);

        Assert.Equal(10 * width * height * 3 / 2, parts.Length);
        Assert.Equal(once.Length, parts.Length);
        var layout = cut.Length == 0 ? [1, 1] : cut["untile=".Length..^1].Split('x').Select(int.Parse).ToArray();
        var (columns, rows) = (layout[0], layout[1]);
        var differing = Enumerable.Range(0, width * height).Where(i => parts[i] != once[i] && !IsAtSeam(i % width, width / columns) && !IsAtSeam(i / width, height / rows));
        Assert.Empty(differing);
    }

    /// <summary>The lines that chroma is interpolated from across a seam: one on each side of it.</summary>
    private static bool IsAtSeam(int position, int part) => position % part == 0 || position % part == part - 1;

    /// <summary>Ten pictures at 24000/1001 a second, as bytes of 4:2:0; with other times there would be more or fewer.</summary>
    private static async Task<byte[]> PicturesAsync(string filters, int width, int height)
    {
        var file = await Clips.MakeAsync(
            "yuv", $"-f lavfi -i \"mandelbrot=s={width}x{height}:r=24000/1001,format=yuv420p10le,setparams=range=tv:color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc\" -t 0.4 -vf \"{filters}\" -vsync cfr -r 24000/1001 -c:v rawvideo -f rawvideo");
        return await File.ReadAllBytesAsync(file);
    }
}
