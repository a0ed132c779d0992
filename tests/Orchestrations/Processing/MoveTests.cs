using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Processing.Moving;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>The workflow that takes things to another account, on the real engine.</summary>
public sealed class MoveTests
{
    [Fact]
    public async Task A_channel_goes_with_its_videos_also_across_a_crash()
    {
        await using var workshop = await Workshop.OpenAsync();
        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);
        var to = OpaqueId.New("org");
        var channel = (await workshop.Get<Channels>().CreateAsync(workshop.Owner, new ChannelChange { Handle = "deep.zooms", Name = "Deep zooms" }, null, default)).Value.Value;
        await workshop.Get<Assets>().UpdateAsync(asset.Id, found => found with { ChannelId = channel.Id }, default);
        var move = (await workshop.Get<MoveChannel>().CheckAsync(workshop.Owner, to, channel.Id, default)).Value.Move;
        var instance = move.InstanceIdAt(TimeProvider.System.GetUtcNow());

        await workshop.Engine.Client.StartOnceAsync(ContentMove.Workflow, instance, move, default);
        await workshop.Engine.CrashAsync();
        await workshop.Engine.StartAsync();
        await workshop.Engine.WaitAsync(instance);

        Assert.Equal((to, channel.Id), ((await workshop.AssetAsync(asset.Id)).OwnerId, (await workshop.AssetAsync(asset.Id)).ChannelId));
        Assert.Equal(to, (await workshop.Get<Channels>().FindAsync(channel.Id, default)).Value.Value.OwnerId);
        Assert.Equal(0, (await workshop.Get<Quotas>().UsageOfAsync(workshop.Owner, default)).Used.Bytes);
    }
}
