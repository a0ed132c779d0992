using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Local.Model;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Operations;

/// <summary>The workflows around storage tiers on the real engine.</summary>
public sealed class TierMediaTests
{
    [Fact]
    public async Task A_look_goes_through_the_whole_catalog_also_across_a_crash_and_its_status_is_the_report()
    {
        await using var workshop = await Workshop.OpenAsync();
        for (var i = 0; i < 50; i++)
            await AddAsync(workshop, null);
        var sweep = TierSweep.Begin(moves: false);
        var id = TierSweep.InstanceId(DateTimeOffset.UnixEpoch, sweep.Moves);
        await workshop.Engine.Client.StartOnceAsync(TierSweep.Workflow, id, sweep, default);
        await workshop.Engine.CrashAndRestartAsync();

        var ended = await workshop.Engine.WaitAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        var report = JsonSerializer.Deserialize<TierSweep>(ended.SerializedCustomStatus!, DomainJson.Options)!.Report;
        Assert.Equal((50, 50), (report.Assets, report.Uncounted));
    }

    [Fact]
    public async Task What_is_back_from_the_archive_plays_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        var asset = await AddAsync(workshop, new ArchiveMark(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)));
        var path = new BlobPath(Containers.Media, $"{asset.Id}/1-a/video/360p/000000.m4s");
        workshop.Blobs.Commit(path, 1000);
        await workshop.Blobs.SetTierAsync(path, StorageTier.Archive, default);
        await workshop.Blobs.SetTierAsync(path, StorageTier.Hot, default);
        workshop.Blobs.Return();
        var recall = (await workshop.Get<RecallMedia>().FindAsync(asset.Id, default))!;

        await workshop.Engine.Client.StartOnceAsync(MediaRecall.Workflow, recall.InstanceId(), recall, default);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await workshop.Engine.WaitAsync(recall.InstanceId())).RuntimeStatus);
        Assert.Null((await workshop.AssetAsync(asset.Id)).Archived);
    }

    private static async Task<Asset> AddAsync(Workshop workshop, ArchiveMark? archived)
    {
        var asset = new Asset
        {
            Id = AssetIds.New(), OwnerId = workshop.Owner, Title = "Sea", State = AssetState.Ready, CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
            ReadyAt = DateTimeOffset.UnixEpoch, PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)], PublishedRunId = "1-a", Revision = 1, Archived = archived,
        };
        await workshop.Get<IAssetStore>().AddAsync(asset, default);
        return asset;
    }
}
