using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class WatermarkedRunTests
{
    [Fact]
    public async Task A_registered_image_is_part_of_the_plan_and_one_that_is_gone_fails_the_asset()
    {
        await using var workshop = await Workshop.OpenAsync();
        var watermarks = workshop.Get<Watermarks>();
        var image = (await watermarks.RegisterAsync(workshop.Owner, [1, 2, 3], default)).Value;
        Assert.Equal(image, (await watermarks.RegisterAsync(workshop.Owner, [1, 2, 3], default)).Value);
        var choice = new EncodingChoice { Watermark = new WatermarkChoice(image.Image) };

        var id = await workshop.UploadAsync(encoding: choice);
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Equal($"{workshop.Owner}/{image.Image}.png", workshop.Media.Packaged!.WatermarkImage!.Name);

        workshop.Media.DuringProbe = () => watermarks.DeleteAsync(workshop.Owner, image.Image, default);
        var failed = await workshop.WaitForStateAsync(await workshop.UploadAsync(encoding: choice), AssetState.Failed);
        Assert.Equal("watermark.missing", failed.Failure!.Code);
    }

    [Fact]
    public async Task Images_of_others_are_none_of_ones_own()
    {
        await using var workshop = await Workshop.OpenAsync();
        var theirs = (await workshop.Get<Watermarks>().RegisterAsync("user_other", [1, 2, 3], default)).Value;

        var refused = await workshop.Get<CreateUpload>().ExecuteAsync(
            workshop.Owner, new NewUpload("sea.mp4", 10, Encoding: new EncodingChoice { Watermark = new WatermarkChoice(theirs.Image) }), default);

        Assert.Equal("watermark.missing", refused.Error!.Code);
    }

    [Fact]
    public async Task An_account_has_a_bounded_number_of_images()
    {
        await using var workshop = await Workshop.OpenAsync();
        var watermarks = workshop.Get<Watermarks>();
        for (byte i = 0; i < WatermarkErrors.MaxImages; i++)
            Assert.True((await watermarks.RegisterAsync(workshop.Owner, [i], default)).Succeeded);

        Assert.Equal("watermark.too_many", (await watermarks.RegisterAsync(workshop.Owner, [200], default)).Error!.Code);
        Assert.True((await watermarks.RegisterAsync(workshop.Owner, [0], default)).Succeeded);
        Assert.Equal("watermark.too_large", (await watermarks.RegisterAsync(workshop.Owner, new byte[WatermarkErrors.MaxBytes + 1], default)).Error!.Code);
    }
}
