using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Catalog;

/// <summary>The wait for an asset's moment on the real engine.</summary>
public sealed class ReleaseAssetTests
{
    [Fact]
    public async Task A_scheduled_asset_becomes_public_by_itself_though_it_is_told_twice_and_the_engine_dies_meanwhile()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        var at = TimeProvider.System.GetUtcNow().AddSeconds(1);
        var change = new AssetChange { Visibility = Visibility.Scheduled, PublishAt = at };
        var asset = (await workshop.Get<EditAsset>().ExecuteAsync(workshop.Owner, id, change, null, default)).Value.Value;
        var timers = new VideoToTimers(workshop.Get<ReleaseAsset>(), workshop.Get<RecallMedia>());
        await timers.RunAsync(VideoEvents.OfUpdate(asset), workshop.Engine.Client, default);
        await workshop.Engine.CrashAsync();
        await workshop.Engine.StartAsync();
        await timers.RunAsync(VideoEvents.OfUpdate(asset), workshop.Engine.Client, default);

        await workshop.Engine.WaitAsync(new ScheduledRelease(id, at).InstanceId());

        var released = await workshop.AssetAsync(id);
        Assert.Equal((Visibility.Public, at), (released.Visibility, released.PublishAt));
        Assert.True(released.UpdatedAt >= at, $"It was released at {released.UpdatedAt:O}, before {at:O}.");
        Assert.Contains(VideoEvents.OfUpdate(released), workshop.Events.Told);
    }
}
