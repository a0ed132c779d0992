using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Accounts;

public sealed class EncodingDefaultsTests : IAsyncLifetime
{
    private static readonly WatermarkChoice Sign = new(new string('a', 64));

    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_an_upload_does_not_say_is_the_accounts_choice()
    {
        Assert.Null(await EncodingOfAsync(null));
        await _house.Blobs.CreateAsync(new BlobPath(Containers.Images, $"{_house.Owner}/{Sign.Image}.png"), new byte[1], "image/png", default);
        await PutAsync(new EncodingChoice { Profile = "balanced", CostCap = 2, Watermark = Sign });

        Assert.Equal(new EncodingChoice { Profile = "balanced", CostCap = 2, Watermark = Sign }, await EncodingOfAsync(null));
        Assert.Equal(
            new EncodingChoice { Profile = "fast", CostCap = 2, Watermark = Sign, Trim = new TrimChoice(1) },
            await EncodingOfAsync(new EncodingChoice { Profile = "fast", Trim = new TrimChoice(1) }));
        Assert.Equal(
            new EncodingChoice { CostCap = 9, WithoutDefaults = true },
            await EncodingOfAsync(new EncodingChoice { CostCap = 9, WithoutDefaults = true }));
    }

    [Fact]
    public async Task An_upload_under_a_watermark_that_is_gone_is_refused_at_once()
    {
        await PutAsync(new EncodingChoice { Watermark = Sign });
        var refused = await _house.Get<CreateUpload>().ExecuteAsync(_house.Owner, new NewUpload("sea.mp4", 10), default);
        Assert.Equal("watermark.missing", refused.Error!.Code);
        Assert.True((await _house.Get<CreateUpload>().ExecuteAsync(_house.Owner, new NewUpload("sea.mp4", 10, Encoding: new EncodingChoice { WithoutDefaults = true }), default)).Succeeded);
    }

    [Fact]
    public async Task Only_what_was_read_is_replaced_and_only_by_what_can_be_a_default()
    {
        var first = (await PutAsync(new EncodingChoice { Profile = "fast" })).Value.ETag;
        var second = await PutAsync(new EncodingChoice { Profile = "audio" }, first);
        Assert.True(second.Succeeded);
        var stale = (await PutAsync(EncodingChoice.Default, first)).Error!;
        Assert.Equal(("account.changed", 412), (stale.Code, stale.Status));
        Assert.Equal("encoding.profile_unknown", (await PutAsync(new EncodingChoice { Profile = "best" })).Error!.Code);
        Assert.Equal("encoding.cost_cap_invalid", (await PutAsync(new EncodingChoice { CostCap = -1 })).Error!.Code);
        Assert.Equal("watermark.place_invalid", (await PutAsync(new EncodingChoice { Watermark = Sign with { Opacity = 2 } })).Error!.Code);
        foreach (var own in new[] { new EncodingChoice { Trim = new TrimChoice(1) }, new EncodingChoice { KeepDamaged = true }, new EncodingChoice { WithoutDefaults = true } })
            Assert.Equal("encoding.no_default", (await PutAsync(own)).Error!.Code);
    }

    private Task<Result<Stored<EncodingDefaults>>> PutAsync(EncodingChoice choice, string? ifMatch = null) =>
        _house.Get<PutEncodingDefaults>().ExecuteAsync(_house.Owner, choice, ifMatch, default);

    private async Task<EncodingChoice?> EncodingOfAsync(EncodingChoice? choice)
    {
        var open = (await _house.Get<CreateUpload>().ExecuteAsync(_house.Owner, new NewUpload("sea.mp4", 10, Encoding: choice), default)).Value;
        await _house.Get<AbortUpload>().ExecuteAsync(_house.Owner, open.Upload.Id, default);
        return (await _house.AssetAsync(open.Upload.AssetId)).Encoding;
    }
}
