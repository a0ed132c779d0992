using System.Security.Cryptography;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Pictures;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Pictures;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Tests.Watermarking;

/// <summary>An image burned into pictures, read back as pixels.</summary>
public sealed class WatermarkTests : IDisposable
{
    private static readonly (int, int, int) Grey = (0x80, 0x80, 0x80), Orange = (0xE0, 0x70, 0x10);

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public WatermarkTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData(WatermarkCorner.BottomRight, 0.847, 0.839)]
    [InlineData(WatermarkCorner.TopLeft, 0.153, 0.161)]
    public async Task It_is_at_the_same_place_in_every_rendition_and_picture_and_nowhere_else(WatermarkCorner corner, double x, double y)
    {
        var plan = await PlanAsync(new WatermarkChoice("") { Corner = corner, Size = 25, Margin = 5, Opacity = 1 }, JobRunner.Small with { MaxHeight = 360, Pictures = true, HeadStart = true }, seconds: 9);
        Assert.Equal(["360p", "240p"], plan.Video.Select(rung => rung.Name));
        foreach (var item in plan.Items)
            await _jobs.MakeAsync(plan, item.Id);

        var shown = new Dictionary<string, RgbImage>();
        foreach (var rung in plan.Video)
            shown[rung.Name] = await Pixels.ReadAsync(_jobs.Joined(plan, WorkItemKind.Video, rung.Name, 2));
        shown["head"] = await Pixels.ReadAsync(_jobs.Joined(plan, WorkItemKind.HeadStart, "360p", 1));
        foreach (var name in new[] { PictureNames.Poster, PictureNames.PreviewVideo })
            shown[name] = await Pixels.ReadAsync(_media.Blobs[JobRunner.PathsOf(plan).Picture(name)]);
        foreach (var (name, image) in shown)
        {
            Near(Orange, image, x, y, name);
            foreach (var (otherX, otherY) in new[] { (1 - x, y), (x, 1 - y), (0.5, 0.5), (x, 0.5) })
                Near(Grey, image, otherX, otherY, name);
        }

        // Its edges: 25 % of the width, half as high, 5 % of the height from the edges.
        foreach (var rung in new[] { "360p", "240p" })
        {
            var left = corner == WatermarkCorner.TopLeft ? 18.0 / 640 : 462.0 / 640;
            Near(Orange, shown[rung], left + 0.02, y, rung);
            Near(Grey, shown[rung], left - 0.02, y, rung);
        }

        var sheet = await Pixels.ReadAsync(_media.Blobs[JobRunner.PathsOf(plan).Picture(PictureNames.Sheet(0))]);
        Pixels.Near(Orange, sheet.Mean((int)(x * 160) - 4, (int)(y * 90) - 3, 8, 6), by: 32);
    }

    [Fact]
    public async Task What_shines_through_is_told_by_its_opacity()
    {
        var plan = await PlanAsync(new WatermarkChoice("") { Size = 25, Margin = 5, Opacity = 0.5 }, JobRunner.Small);
        await _jobs.MakeAsync(plan, "video-c0");
        var image = await Pixels.ReadAsync(_jobs.Joined(plan, WorkItemKind.Video, "240p", 1));
        Near((0xB0, 0x78, 0x48), image, 0.847, 0.839, "240p");
    }

    [Fact]
    public async Task Without_its_image_an_item_fails_for_good()
    {
        var plan = await PlanAsync(new WatermarkChoice(""), JobRunner.Small);
        await _media.Blobs.DeleteAsync(plan.WatermarkImage!, default);
        Assert.Equal("watermark.missing", (await _jobs.MakeAsync(plan, "video-c0")).Failure?.Code);
    }

    [Fact]
    public async Task Under_a_watermark_renditions_of_hdr_are_of_standard_range_and_it_costs_more()
    {
        var source = await _media.UploadAsync(await Clips.VideoAsync("640x360"));
        var info = (await _media.Prober().ProbeAsync(source, EncodingChoice.Default, default)).Value;
        info = info with { DurationSeconds = 60, Video = info.Video! with { Width = 1920, Height = 1080, Frames = 1800, DurationSeconds = 60, Transfer = "smpte2084", Primaries = "bt2020", Matrix = "bt2020nc", BitDepth = 10 } };
        var choice = new EncodingChoice { Profile = "premium" };
        TranscodePlan Plan(EncodingChoice choice) => new TranscodePlanner(new PlanOptions()).Plan("asset_1", 1, source, info, choice).Value;
        var (plain, marked) = (Plan(choice), Plan(choice with { Watermark = new WatermarkChoice(new string('a', 64)) }));

        Assert.Contains(plain.Video, rung => rung.Range == DynamicRange.Pq);
        Assert.All(marked.Video, rung => Assert.Equal(DynamicRange.Standard, rung.Range));
        Assert.Contains(marked.Info.Warnings, warning => warning.Code == "watermark.standard_range");
        var sdr = Plan(choice with { Profile = "fast" });
        Assert.True(Cost(Plan(choice with { Profile = "fast", Watermark = new WatermarkChoice(new string('a', 64)) })) > Cost(sdr));

        static double Cost(TranscodePlan plan) => plan.Items.Where(item => item.Kind == WorkItemKind.Video).Sum(item => item.ExpectedCpuSeconds);
    }

    private static async Task<byte[]> PngAsync() => await File.ReadAllBytesAsync(await Clips.MakeAsync("png", "-f lavfi -i color=0xE07010:s=100x50,format=rgba -frames:v 1"));

    private static void Near((int, int, int) expected, RgbImage image, double x, double y, string name)
    {
        var mean = image.Mean((int)(x * image.Width) - 2, (int)(y * image.Height) - 2, 4, 4);
        Assert.True(
            Math.Abs(expected.Item1 - mean.Red) < 20 && Math.Abs(expected.Item2 - mean.Green) < 20 && Math.Abs(expected.Item3 - mean.Blue) < 20, $"{name} at {x:0.###},{y:0.###}: {mean} is not {expected}.");
    }

    /// <summary>A grey video with the image registered and chosen.</summary>
    private async Task<TranscodePlan> PlanAsync(WatermarkChoice choice, PlanOptions options, double seconds = 2)
    {
        var png = await PngAsync();
        var image = new BlobPath(Containers.Images, $"user_1/{Convert.ToHexStringLower(SHA256.HashData(png))}.png");
        await _media.Blobs.CreateAsync(image, png, "image/png", default);
        var plan = await _jobs.PlanAsync(
            await Clips.MakeAsync("mp4", FormattableString.Invariant($"-f lavfi -i color=0x808080:s=640x360:r=25:d={seconds},scale=out_color_matrix=bt709 -colorspace bt709 -color_primaries bt709 -color_trc bt709 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p")),
            options, choice: new EncodingChoice { Watermark = choice with { Image = Path.GetFileNameWithoutExtension(image.Name) } }) with { WatermarkImage = image };
        await _jobs.WritePlanAsync(plan);
        return plan;
    }
}
