using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class StoppedRunTests
{
    [Fact]
    public async Task A_cancelled_run_stops_its_jobs_and_leaves_only_the_original()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.UploadAndHoldAsync("video-c0")).Id;

        await workshop.CancelAsync(id);

        var asset = await workshop.WaitForStateAsync(id, AssetState.Cancelled);
        await WaitForOutsideTombstonesAsync(workshop);
        await workshop.Jobs.WriteLateAsync(id, asset.RunId!);
        await workshop.Jobs.ReleaseAsync();
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
        Assert.Equal(AssetState.Cancelled, (await workshop.AssetAsync(id)).State);
    }

    [Fact]
    public async Task A_cancel_during_the_probe_leaves_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        var probing = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        workshop.Media.DuringProbe = () =>
        {
            probing.TrySetResult();
            return goOn.Task;
        };
        var id = await workshop.UploadAsync();
        await probing.Task;

        await workshop.CancelAsync(id);
        goOn.SetResult();

        var workflow = (await workshop.AssetAsync(id)).WorkflowId!;
        await workshop.Engine.WaitAsync(workflow);
        Assert.Equal(AssetState.Cancelled, (await workshop.AssetAsync(id)).State);
        Assert.Empty(workshop.Jobs.Queued);
        Assert.All(workshop.Blobs.Paths, path => Assert.Equal(Containers.Uploads, path.Container));
    }

    [Fact]
    public async Task A_run_whose_workflow_is_gone_is_erased_by_the_cancel()
    {
        await using var workshop = await Workshop.OpenAsync();
        var asset = await workshop.UploadAndHoldAsync("video-c0");
        var id = asset.Id;
        await workshop.Engine.Client.TerminateInstanceAsync(asset.WorkflowId!);
        await workshop.Engine.WaitAsync(asset.WorkflowId!);

        await workshop.CancelAsync(id);

        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
    }

    [Fact]
    public async Task A_cancelled_asset_can_be_processed_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.UploadAndHoldAsync("video-c0")).Id;
        await workshop.CancelAsync(id);
        workshop.Jobs.Hold.Clear();

        await workshop.ReprocessAsync(id);

        var asset = await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Equal((2, 1), (asset.Generation, asset.Revision));
        await workshop.WaitForBlobsAsync(path =>
            path.Container == Containers.Uploads || path.Name.StartsWith($"{id}/{asset.PublishedRunId}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_in_the_middle_leaves_nothing_at_all()
    {
        await using var workshop = await Workshop.OpenAsync();
        var asset = await workshop.UploadAndHoldAsync("video-c0");
        var id = asset.Id;

        await workshop.DeleteAsync(id);

        await workshop.WaitForStateAsync(id, AssetState.Deleting);
        await WaitForOutsideTombstonesAsync(workshop);
        await workshop.Jobs.WriteLateAsync(id, asset.RunId!);
        await workshop.WaitForStateAsync(id, AssetState.Deleted);
        await workshop.Jobs.ReleaseAsync();
        Assert.Empty(workshop.Blobs.Paths);
        await workshop.Engine.WaitAsync(asset.WorkflowId!);
    }

    [Fact]
    public async Task Deleting_a_ready_asset_ends_its_workflow_and_leaves_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await workshop.UploadAsync();
        var asset = await workshop.WaitForStateAsync(id, AssetState.Ready);

        await workshop.DeleteAsync(id);
        await workshop.DeleteAsync(id);

        await workshop.WaitForStateAsync(id, AssetState.Deleted);
        Assert.Empty(workshop.Blobs.Paths);
        await workshop.Engine.WaitAsync(asset.WorkflowId!);
    }

    [Fact]
    public async Task Deleting_survives_the_death_of_the_platform()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);

        await workshop.DeleteAsync(id);
        await workshop.Engine.CrashAndRestartAsync();

        await workshop.WaitForStateAsync(id, AssetState.Deleted);
        Assert.Empty(workshop.Blobs.Paths);
    }

    [Fact]
    public async Task A_new_original_supersedes_the_run_of_the_old_one()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await workshop.UploadAndHoldAsync("video-c0");
        var id = first.Id;
        workshop.Jobs.Hold.Clear();

        await workshop.UploadAsync(id);

        var second = await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Equal((2, 1), (second.Generation, second.Revision));
        await workshop.Engine.WaitAsync(first.WorkflowId!);
        await workshop.WaitForBlobsAsync(path =>
            path == new BlobPath(Containers.Uploads, second.Source!.BlobName)
            || path.Name.StartsWith($"{id}/{second.PublishedRunId}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_superseded_revision_goes_with_its_lifetime_and_not_before()
    {
        await using var workshop = await Workshop.OpenAsync(lifetimeSeconds: 1.5);
        var id = await workshop.UploadAsync();
        var first = await workshop.WaitForStateAsync(id, AssetState.Ready);

        await workshop.ReprocessAsync(id);
        var second = await Workshop.WaitForAsync(
            async () => await workshop.AssetAsync(id) is { Revision: 2 } asset ? asset : null, "the second revision is published");

        Assert.Equal(new SupersededRevision(1, first.PublishedRunId!), Assert.Single(second.Superseded));
        Assert.Contains(new RunPaths(id, first.PublishedRunId!).Presentation, workshop.Blobs.Paths);
        var kept = new RunPaths(id, second.PublishedRunId!);
        await workshop.WaitForBlobsAsync(path =>
            path.Container == Containers.Uploads
            || (path.Container == Containers.Media
                && path.Name.StartsWith(kept.Prefix, StringComparison.Ordinal)
                && !path.Name.StartsWith(kept.HeadPrefix, StringComparison.Ordinal)));
        await Workshop.WaitForAsync(
            async () => await workshop.AssetAsync(id) is { Superseded: [] } asset ? asset : null, "the asset forgets the revision");
    }

    [Fact]
    public async Task A_failed_reprocess_leaves_the_published_revision_alone()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await workshop.UploadAsync();
        var first = await workshop.WaitForStateAsync(id, AssetState.Ready);
        workshop.Jobs.Fail["audio"] = "encode.failed";

        await workshop.ReprocessAsync(id);

        var failed = await workshop.WaitForStateAsync(id, AssetState.Failed);
        Assert.Equal((1, first.PublishedRunId), (failed.Revision, failed.PublishedRunId));
        await workshop.WaitForBlobsAsync(path =>
            path.Container == Containers.Uploads || path.Name.StartsWith($"{id}/{first.PublishedRunId}/", StringComparison.Ordinal));
        Assert.Contains(new RunPaths(id, first.PublishedRunId!).Presentation, workshop.Blobs.Paths);
    }

    /// <summary>The first sweep is over: only originals and tombstones are there, if anything.</summary>
    private static Task WaitForOutsideTombstonesAsync(Workshop workshop) => workshop.WaitForBlobsAsync(path =>
        path.Container == Containers.Uploads || path.Name.EndsWith(RunPaths.TombstoneSuffix, StringComparison.Ordinal));
}
