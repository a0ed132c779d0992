using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>Where a job looks into originals, a run waits for what it finds.</summary>
public sealed class ProbedByJobTests
{
    [Fact]
    public async Task Nothing_is_looked_into_here_and_nothing_of_the_look_is_left()
    {
        await using var workshop = await OpenAsync();
        var id = await workshop.UploadAsync();

        var asset = await workshop.WaitForStateAsync(id, AssetState.Ready);

        Assert.Equal(0, workshop.Media.Probes);
        Assert.Equal(Plans.Info.DurationSeconds, asset.DurationSeconds);
        Assert.Equal((new WorkItem(id, "1-probe", "probe"), WorkPriority.High), workshop.Jobs.Queued.First());
        Assert.Single(workshop.Jobs.Queued, queued => queued.Item.ItemId == "probe");
        Assert.DoesNotContain(workshop.Blobs.Paths, IsOfProbe);
    }

    [Fact]
    public async Task Told_three_times_it_is_planned_once()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.EventsPerMarker = 3;

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(4 + 1, workshop.Jobs.Queued.Count);
    }

    [Fact]
    public async Task A_marker_whose_event_is_lost_is_found()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.LoseEvent.Add("probe");

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);
    }

    [Fact]
    public async Task A_request_whose_message_is_lost_is_queued_again()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.LoseMessage.Add("probe");

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(2, workshop.Jobs.Queued.Count(queued => queued.Item.ItemId == "probe"));
    }

    [Fact]
    public async Task What_is_refused_fails_with_the_job_s_reason_and_leaves_only_the_original()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.Fail["probe"] = "source.not_media";
        var id = await workshop.UploadAsync();

        var asset = await workshop.WaitForStateAsync(id, AssetState.Failed);

        Assert.Equal(new AssetFailure("source.not_media", "It did not work."), asset.Failure);
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
    }

    [Fact]
    public async Task A_cancel_meanwhile_stops_the_job_and_leaves_only_the_original()
    {
        await using var workshop = await OpenAsync();
        var id = await HeldAsync(workshop);

        await workshop.CancelAsync(id);

        await Workshop.WaitForAsync(
            () => Task.FromResult(workshop.Blobs.Paths.Contains(new ProbeRun(id, 1).Paths.Tombstone) ? workshop : null), "the job is stopped");
        await workshop.Jobs.ReleaseAsync();
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
        Assert.Equal(AssetState.Cancelled, (await workshop.AssetAsync(id)).State);
    }

    [Fact]
    public async Task A_deletion_meanwhile_leaves_nothing_at_all()
    {
        await using var workshop = await OpenAsync();
        var id = await HeldAsync(workshop);

        await workshop.DeleteAsync(id);

        await workshop.WaitForStateAsync(id, AssetState.Deleted);
        await workshop.Jobs.ReleaseAsync();
        await workshop.WaitForBlobsAsync(_ => false);
    }

    [Fact]
    public async Task A_wait_outlives_the_platform()
    {
        await using var workshop = await OpenAsync();
        var id = await HeldAsync(workshop);
        await workshop.Engine.CrashAsync();
        workshop.Jobs.LoseEvent.Add("probe");
        await workshop.Jobs.ReleaseAsync();

        await workshop.Engine.StartAsync();

        await workshop.WaitForStateAsync(id, AssetState.Ready);
    }

    [Fact]
    public async Task For_another_rendition_the_original_is_looked_into_again()
    {
        await using var workshop = await OpenAsync();
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        workshop.Jobs.Queued.Clear();

        await workshop.AskAsync(id, "720p-av1");

        await workshop.WaitForExtensionAsync(id, ExtensionState.Done);
        Assert.Equal(["1-probe-1/probe", "extra-c0"], workshop.Jobs.Queued.Select(queued => queued.Item.ItemId == "probe" ? $"{queued.Item.RunId}/probe" : queued.Item.ItemId));
        Assert.Equal(0, workshop.Media.Probes);
        Assert.DoesNotContain(workshop.Blobs.Paths, IsOfProbe);
    }

    private static Task<Workshop> OpenAsync() => Workshop.OpenAsync(probeInJobs: true);

    private static async Task<string> HeldAsync(Workshop workshop)
    {
        workshop.Jobs.Hold.Add("probe");
        var id = await workshop.UploadAsync();
        await Workshop.WaitForAsync(() => Task.FromResult(workshop.Jobs.Queued.IsEmpty ? null : workshop), "the look is queued");
        return id;
    }

    private static bool IsOfProbe(BlobPath path) => path.Name.Contains("-probe/", StringComparison.Ordinal) || path.Name.Contains("-probe-", StringComparison.Ordinal);
}
