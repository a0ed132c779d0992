using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class ExtensionTests
{
    [Fact]
    public async Task A_rendition_that_is_asked_for_is_published_beside_those_there_were()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        workshop.Jobs.Queued.Clear();

        await workshop.AskAsync(first.Id, "720p-av1");

        var asset = await workshop.WaitForExtensionAsync(first.Id, ExtensionState.Done);
        Assert.Equal((AssetState.Ready, 2, 1), (asset.State, asset.Revision, asset.Generation));
        Assert.Equal(["720p", "720p-av1", "360p"], asset.Renditions.Select(rendition => rendition.Name));
        Assert.Equal([first.PublishedRunId!], asset.BaseRunIds!);
        Assert.Equal("extra-c0", Assert.Single(workshop.Jobs.Queued).Item.ItemId);
        var presentation = (await workshop.Get<Presentations>().CurrentAsync(asset, default)).Value;
        Assert.All(presentation.Video, video => Assert.StartsWith(
            $"{asset.Id}/{(video.Name == "720p-av1" ? asset.PublishedRunId : first.PublishedRunId)}/", video.Segments[0].Name, StringComparison.Ordinal));

        // Players that hold the revision before it keep playing.
        Assert.Equal(2, (await workshop.Get<Presentations>().OfAsync(asset, 1, default)).Value.Video.Count);
    }

    [Fact]
    public async Task Asking_twice_gives_one_job_and_asking_for_what_is_there_gives_none()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await ReadyAsync(workshop)).Id;
        var (_, run) = await workshop.AskAndHoldAsync(id, "720p-av1");

        var again = (await AskAsync(workshop, id, "720p-av1")).Value;
        Assert.Equal((RenditionState.Making, null), (again.Rendition.Status, again.Start));
        Assert.Equal("rendition.busy", (await AskAsync(workshop, id, "360p-av1")).Error!.Code);
        Assert.Equal("rendition.unknown", (await AskAsync(workshop, id, "700p")).Error!.Code);
        Assert.Null((await AskAsync(workshop, id, "720p")).Value.Start);

        await workshop.Jobs.ReleaseAsync();
        await workshop.WaitForExtensionAsync(id, ExtensionState.Done);
        Assert.Equal((RenditionState.Ready, null), ((await AskAsync(workshop, id, "720p-av1")).Value.Rendition.Status, (await AskAsync(workshop, id, "720p-av1")).Value.Start));
        Assert.Equal(2, (await AskAsync(workshop, id, "360p-av1")).Value.Start!.Number);
        Assert.Equal(1, run.Number);
    }

    [Fact]
    public async Task Of_two_requests_at_the_same_time_one_gets_the_asset()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await ReadyAsync(workshop)).Id;
        var one = (await AskAsync(workshop, id, "720p-av1")).Value.Start!;
        var other = (await AskAsync(workshop, id, "360p-av1")).Value.Start!;

        await workshop.Engine.Client.StartOnceAsync(Workflows.ExtendAsset, one.InstanceId, one, default);
        await workshop.Engine.Client.StartOnceAsync(Workflows.ExtendAsset, other.InstanceId, other, default);

        var asset = await workshop.WaitForExtensionAsync(id, ExtensionState.Done);
        var loser = asset.Extension!.WorkflowId == one.InstanceId ? other : one;
        await workshop.Engine.WaitAsync(loser.InstanceId);
        Assert.Equal((2, 3), (asset.Revision, asset.Renditions.Count));
        Assert.Equal(2, (await workshop.AssetAsync(id)).Revision);
    }

    [Fact]
    public async Task One_that_fails_leaves_the_asset_as_it_was_and_can_be_asked_for_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        workshop.Jobs.Fail["extra-c0"] = "transcode.failed";

        await workshop.AskAsync(first.Id, "720p-av1");

        var asset = await workshop.WaitForExtensionAsync(first.Id, ExtensionState.Failed);
        Assert.Equal((AssetState.Ready, 1, first.PublishedRunId, null), (asset.State, asset.Revision, asset.PublishedRunId, asset.Failure));
        var status = (await workshop.Get<AskedRenditions>().ListAsync(workshop.Owner, first.Id, default)).Value.Items.Single(item => item.Name == "720p-av1");
        Assert.Equal((RenditionState.Failed, "transcode.failed"), (status.Status, status.Failure!.Code));
        await WaitForOnlyAsync(workshop, first);
        Assert.Null((await workshop.Get<AskedRenditions>().AskAsync(workshop.Owner, first.Id, "720p-av1", again: false, default)).Value.Start);

        workshop.Jobs.Fail.Clear();
        await workshop.AskAsync(first.Id, "720p-av1");
        Assert.Equal(2, (await workshop.WaitForExtensionAsync(first.Id, ExtensionState.Done)).Revision);
    }

    [Fact]
    public async Task One_that_is_cancelled_leaves_the_asset_as_it_was_and_nothing_of_its_own()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        var (asset, run) = await workshop.AskAndHoldAsync(first.Id, "720p-av1");

        await workshop.CancelAsync(first.Id);
        await workshop.CancelAsync(first.Id);
        await workshop.Jobs.ReleaseAsync();

        await workshop.Engine.WaitAsync(run.InstanceId);
        await WaitForOnlyAsync(workshop, first);
        asset = await workshop.AssetAsync(first.Id);
        Assert.Equal((AssetState.Ready, 1, ExtensionState.Cancelled), (asset.State, asset.Revision, asset.Extension!.State));
    }

    [Fact]
    public async Task Reprocessing_meanwhile_wins_and_no_old_revision_comes_back()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        var (extended, run) = await workshop.AskAndHoldAsync(first.Id, "720p-av1");

        await workshop.ReprocessAsync(first.Id);
        var second = await workshop.WaitForRevisionAsync(first.Id, 2);
        await workshop.Jobs.ReleaseAsync();
        await workshop.Engine.WaitAsync(run.InstanceId);

        // A step of the old run that comes late publishes nothing either.
        var late = await workshop.Get<PublishExtension>().ExecuteAsync(new RunRef(first.Id, 1, run.InstanceId), extended.Extension!.RunId!, default);
        Assert.Equal(RunVerdict.Stopped, late.Verdict);
        var asset = await workshop.AssetAsync(first.Id);
        Assert.Equal((2, second.PublishedRunId, null), (asset.Revision, asset.PublishedRunId, asset.BaseRunIds));
        await workshop.WaitForBlobsAsync(path => !path.Name.Contains(extended.Extension.RunId!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_meanwhile_leaves_nothing_at_all()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        var (_, run) = await workshop.AskAndHoldAsync(first.Id, "720p-av1");

        await workshop.DeleteAsync(first.Id);

        await workshop.WaitForStateAsync(first.Id, AssetState.Deleted);
        await workshop.Jobs.ReleaseAsync();
        await workshop.Engine.WaitAsync(run.InstanceId);
        Assert.Empty(workshop.Blobs.Paths);
    }

    [Fact]
    public async Task It_survives_the_death_of_the_platform()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        await workshop.AskAndHoldAsync(first.Id, "720p-av1");

        await workshop.Engine.CrashAndRestartAsync();
        await workshop.Jobs.ReleaseAsync();

        var asset = await workshop.WaitForExtensionAsync(first.Id, ExtensionState.Done);
        Assert.Equal((2, 3), (asset.Revision, asset.Renditions.Count));
    }

    [Fact]
    public async Task Publishing_twice_publishes_once()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await ReadyAsync(workshop);
        await workshop.AskAsync(first.Id, "720p-av1");
        var asset = await workshop.WaitForExtensionAsync(first.Id, ExtensionState.Done);

        var again = await workshop.Get<PublishExtension>().ExecuteAsync(new RunRef(asset.Id, 1, asset.Extension!.WorkflowId), asset.PublishedRunId!, default);

        Assert.Equal((RunVerdict.Done, 2), (again.Verdict, again.Revision));
        Assert.Equal(2, (await workshop.AssetAsync(asset.Id)).Revision);
    }

    [Fact]
    public async Task Runs_that_a_later_revision_takes_segments_from_stay_as_long_as_it_does()
    {
        await using var workshop = await Workshop.OpenAsync(lifetimeSeconds: 0.5);
        var first = await ReadyAsync(workshop);
        await workshop.AskAsync(first.Id, "720p-av1");
        var second = await workshop.WaitForExtensionAsync(first.Id, ExtensionState.Done);
        await Workshop.WaitForAsync(async () => (await workshop.AssetAsync(first.Id)).Superseded.Count == 0 ? this : null, "the first revision's time is over");
        Assert.Contains(workshop.Blobs.Paths, path => path.Container == Containers.Media && path.Name.StartsWith($"{first.Id}/{first.PublishedRunId}/video/", StringComparison.Ordinal));
        Assert.Equal(3, (await workshop.Get<Presentations>().CurrentAsync(await workshop.AssetAsync(first.Id), default)).Value.Video.Count);

        await workshop.ReprocessAsync(first.Id);

        var third = await workshop.WaitForRevisionAsync(first.Id, 3);
        await workshop.WaitForBlobsAsync(path => !path.Name.Contains(first.PublishedRunId!, StringComparison.Ordinal) && !path.Name.Contains(second.PublishedRunId!, StringComparison.Ordinal));
        Assert.Contains(workshop.Blobs.Paths, path => path.Name.StartsWith($"{first.Id}/{third.PublishedRunId}/", StringComparison.Ordinal));
    }

    private static async Task<Asset> ReadyAsync(Workshop workshop)
    {
        var id = await workshop.UploadAsync();
        return await workshop.WaitForStateAsync(id, AssetState.Ready);
    }

    private static Task<Domain.Result<AskedRendition>> AskAsync(Workshop workshop, string assetId, string rendition) =>
        workshop.Get<AskedRenditions>().AskAsync(workshop.Owner, assetId, rendition, again: true, default);

    /// <summary>Of the extension nothing is left: all there is belongs to the run that is published.</summary>
    private static Task WaitForOnlyAsync(Workshop workshop, Asset published) => workshop.WaitForBlobsAsync(path =>
        path.Container == Containers.Uploads || path.Name.StartsWith($"{published.Id}/{published.PublishedRunId}/", StringComparison.Ordinal));
}
