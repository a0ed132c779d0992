using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>The end of an asset's time in the trash.</summary>
public sealed class TrashTests
{
    [Fact]
    public async Task What_is_not_restored_is_erased_when_its_time_is_over_also_across_a_crash()
    {
        await using var workshop = await Workshop.OpenAsync(trashSeconds: 1);
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);

        await TrashAsync(workshop, id);
        await workshop.Engine.CrashAsync();
        await workshop.Engine.StartAsync();

        await workshop.WaitForStateAsync(id, AssetState.Deleted);
        Assert.DoesNotContain(workshop.Blobs.Paths, path => path.Name.StartsWith(id, StringComparison.Ordinal));
        Assert.Equal([VideoEvents.Published, VideoEvents.Trashed, VideoEvents.Deleted], workshop.Events.Told.Select(told => told.Type).Distinct());
    }

    [Fact]
    public async Task What_was_restored_stays_though_the_wait_of_before_ends()
    {
        await using var workshop = await Workshop.OpenAsync(trashSeconds: 1);
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        var trashed = await TrashAsync(workshop, id);

        Assert.True((await workshop.Get<TrashAsset>().RestoreAsync(workshop.Owner, id, default)).Succeeded);
        await workshop.Engine.WaitAsync(new TrashErasure(id, trashed.Trashed!).InstanceId());

        Assert.Equal((AssetState.Ready, null), ((await workshop.AssetAsync(id)).State, (await workshop.AssetAsync(id)).Trashed));
    }

    private static async Task<Asset> TrashAsync(Workshop workshop, string id) => (await new Removals(
        workshop.Get<TrashAsset>(), workshop.Get<DeleteAsset>(), workshop.Get<AssetEraser>(), workshop.Get<Domain.Processing.ProcessingOptions>(), NullLogger<Removals>.Instance)
        .TrashAsync(workshop.Engine.Client, workshop.Owner, id, null, default)).Value.Value;
}
