using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Colours come out as they were meant, whatever a source writes them in, and the output says what it is written in.</summary>
public sealed class ColourTests : IDisposable
{
    private const int Tolerance = 9;

    private static readonly (int R, int G, int B)[] Patches = [(0xC0, 0x50, 0x50), (0x50, 0xA0, 0x50), (0x50, 0x50, 0xC0), (0x80, 0x80, 0x80), (0x10, 0x10, 0x10), (0xF0, 0xF0, 0xF0)];

    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    /// <summary>What zscale makes of RGB, and the tags the file has.</summary>
    [Theory]
    [InlineData("m=170m:p=170m:t=601:r=limited", "yuv420p", "-colorspace smpte170m -color_primaries smpte170m -color_trc smpte170m -color_range tv")]
    [InlineData("m=470bg:p=bt470bg:t=601:r=full", "yuv420p", "-colorspace bt470bg -color_primaries bt470bg -color_trc smpte170m -color_range pc")]
    [InlineData("m=170m:p=709:t=601:r=limited", "yuv420p", "")]
    [InlineData("m=709:p=709:t=709:r=full", "yuv420p", "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range pc")]
    [InlineData("m=709:p=709:t=709:r=limited", "yuv422p10le", "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv")]
    [InlineData("m=709:p=709:t=709:r=limited", "yuv444p12le", "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv")]
    [InlineData("m=2020_ncl:p=2020:t=709:r=limited", "yuv420p10le", "-colorspace bt2020nc -color_primaries bt2020 -color_trc bt2020-10 -color_range tv")]
    [InlineData("m=709:p=smpte432:t=709:r=limited", "yuv420p", "-colorspace bt709 -color_primaries smpte432 -color_trc bt709 -color_range tv")]
    [InlineData("m=gbr:p=709:t=709:r=full", "bgr0", "")]
    public async Task Colours_are_the_same_to_the_eye(string written, string format, string tags)
    {
        var boxes = string.Concat(Patches.Select((patch, index) => $",drawbox=x={index * 32}:w=32:h=96:c=0x{patch.R:X2}{patch.G:X2}{patch.B:X2}:t=fill"));
        var file = await Clips.MakeAsync(
            "mkv", $"-f lavfi -i \"color=s=192x96:r=25:d=0.2,format=gbrp{boxes},format=gbrp,zscale=min=gbr:pin=709:tin=709:rin=full:{written},format={(format == "bgr0" ? "gbrp" : format)}\" -c:v ffv1 {tags}");

        var made = await new Pipeline(_media).MakeAsync(file);
        var output = await Readback.OfAsync(made);

        Assert.Equal(format, made.Plan.Info.Video!.PixelFormat);
        Assert.Equal("yuv420p,tv,bt709,bt709,bt709", output.Colours);
        for (var i = 0; i < Patches.Length; i++)
        {
            var (r, g, b) = output.At((i + 0.5) / Patches.Length, 0.5, 2);
            Assert.True(
                Math.Abs(r - Patches[i].R) <= Tolerance && Math.Abs(g - Patches[i].G) <= Tolerance && Math.Abs(b - Patches[i].B) <= Tolerance,
                $"{Patches[i]} became {(r, g, b)}.");
        }
    }

    /// <summary>Greys of 0, 50, 203 (reference white of ITU-R BT.2408) and 600 cd/m², written in both ways that BT.2100 knows.</summary>
    [Fact]
    public async Task Hlg_and_pq_of_the_same_light_become_the_same_picture()
    {
        double[] light = [0, 50, 203, 600];
        var pq = await GreysAsync("smpte2084", [.. light.Select(Pq)]);
        var hlg = await GreysAsync("arib-std-b67", [.. light.Select(Hlg)]);

        Assert.All(pq.Zip(hlg), pair => Assert.InRange(pair.First - pair.Second, -6, 6));
        Assert.InRange(pq[0], 0, 4);
        Assert.InRange(pq[1], 80, 130);
        Assert.InRange(pq[2], 165, 200);
        Assert.InRange(pq[3], 220, 255);
    }

    /// <summary>A transfer of HDR says what the rest is when nothing else does: BT.2020.</summary>
    [Fact]
    public async Task Hdr_without_any_other_tag_is_that_of_the_standard()
    {
        double[] light = [0, 50, 203, 600];
        var tagged = await GreysAsync("smpte2084", [.. light.Select(Pq)]);
        var untagged = await GreysAsync("smpte2084", [.. light.Select(Pq)], "");

        Assert.Equal(tagged, untagged);
    }

    /// <summary>Masters of cinemas are in the primaries of their projectors.</summary>
    [Fact]
    public async Task Hdr_of_other_primaries_becomes_the_same_picture_as_that_of_the_standard()
    {
        var standard = await WidePatchesAsync("2020", "bt2020");
        var cinema = await WidePatchesAsync("smpte432", "smpte432");

        Assert.All(standard.Zip(cinema), pair => Assert.True(
            Math.Abs(pair.First.R - pair.Second.R) <= Tolerance && Math.Abs(pair.First.G - pair.Second.G) <= Tolerance && Math.Abs(pair.First.B - pair.Second.B) <= Tolerance,
            $"{pair.First} became {pair.Second}."));
    }

    [Theory]
    [InlineData("yuv420p10le", 10, "4:2:0")]
    [InlineData("yuvj422p", 8, "4:2:2")]
    [InlineData("yuv444p12le", 12, "4:4:4")]
    [InlineData("gbrp16le", 16, "rgb")]
    [InlineData("rgb48le", 16, "rgb")]
    [InlineData("pal8", 8, "rgb")]
    [InlineData("gray10le", 10, "grey")]
    [InlineData("yuva420p", 8, "4:2:0")]
    [InlineData("nv12", 8, "4:2:0")]
    [InlineData("p010le", 10, "4:2:0")]
    public void Pixel_formats_tell_depth_and_chroma(string format, int depth, string chroma) =>
        Assert.Equal((depth, chroma), (PixelFormats.BitDepth(format), PixelFormats.Chroma(format)));

    /// <summary>The patches, darker, as PQ of P3 that is written in other primaries.</summary>
    private async Task<IReadOnlyList<(int R, int G, int B)>> WidePatchesAsync(string written, string tag)
    {
        var boxes = string.Concat(Patches.Select((patch, index) => $",drawbox=x={index * 32}:w=32:h=96:c=0x{patch.R * 2 / 3:X2}{patch.G * 2 / 3:X2}{patch.B * 2 / 3:X2}:t=fill"));
        var file = await Clips.MakeAsync(
            "mkv",
            $"-f lavfi -i \"color=s=192x96:r=25:d=0.2,format=gbrp{boxes},format=gbrp,zscale=min=gbr:pin=smpte432:tin=smpte2084:rin=full:m=2020_ncl:p={written}:t=smpte2084:r=limited,format=yuv444p10le\" -c:v ffv1 -colorspace bt2020nc -color_primaries {tag} -color_trc smpte2084 -color_range tv");
        var output = await Readback.OfAsync(await new Pipeline(_media).MakeAsync(file));
        return [.. Patches.Select((_, index) => output.At((index + 0.5) / Patches.Length, 0.5, 2))];
    }

    private async Task<int[]> GreysAsync(string transfer, double[] signals, string tags = "-colorspace bt2020nc -color_primaries bt2020 -color_range tv")
    {
        var value = signals.Select((signal, index) => FormattableString.Invariant($"between(X\\,{index * 40}\\,{(index * 40) + 39})*{Math.Round(64 + (876 * signal))}"));
        var file = await Clips.MakeAsync(
            "mkv",
            $"-f lavfi -i \"nullsrc=s=160x96:r=25:d=0.2,format=yuv420p10le,geq=lum='{string.Join('+', value)}':cb=512:cr=512\" -c:v ffv1 {tags} -color_trc {transfer}");
        var made = await new Pipeline(_media).MakeAsync(file);
        Assert.Equal(transfer == "smpte2084" ? DynamicRange.Pq : DynamicRange.Hlg, made.Plan.Info.Video!.DynamicRange);
        var output = await Readback.OfAsync(made);
        Assert.Equal("yuv420p,tv,bt709,bt709,bt709", output.Colours);
        return [.. signals.Select((_, index) => output.At((index + 0.5) / signals.Length, 0.5, 2).G)];
    }

    /// <summary>SMPTE ST 2084, inverse EOTF.</summary>
    private static double Pq(double nits)
    {
        var y = Math.Pow(nits / 10000, 0.1593017578125);
        return Math.Pow((0.8359375 + (18.8515625 * y)) / (1 + (18.6875 * y)), 78.84375);
    }

    /// <summary>ITU-R BT.2100, table 5, for a display of 1,000 cd/m² with a system gamma of 1.2; greys only.</summary>
    private static double Hlg(double nits)
    {
        var scene = Math.Pow(nits / 1000, 1 / 1.2);
        return scene <= 1.0 / 12 ? Math.Sqrt(3 * scene) : (0.17883277 * Math.Log((12 * scene) - 0.28466892)) + 0.55991073;
    }
}
