using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>Runs whose title is measured before their ladder is made.</summary>
public sealed class MeasuredRunTests
{
    [Fact]
    public async Task The_ladder_is_queued_after_the_measurement_and_made_as_it_says()
    {
        await using var workshop = await OpenAsync();
        var id = (await workshop.UploadAndHoldAsync("measure")).Id;
        Assert.Equal(["head", "audio", "measure", "pictures"], Queued(workshop));

        await workshop.Jobs.ReleaseAsync();

        var asset = await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Equal(["head", "audio", "measure", "pictures", "video-c0"], Queued(workshop));
        Assert.Equal(17.5, workshop.Media.Packaged!.Video[0].Crf);
        Assert.Equal(["720p", "360p"], workshop.Media.Packaged.Item("video-c0").Renditions);
        Assert.Equal(asset.RunId, workshop.Media.Packaged.RunId);
    }

    [Fact]
    public async Task Items_that_lost_all_their_rungs_are_not_waited_for()
    {
        await using var workshop = await OpenAsync();
        workshop.Media.KeptRungs = ["360p"];
        workshop.Media.Change = plan => plan with
        {
            Items = [.. plan.Items.SelectMany(item => item.Id == "video-c0" ? item.Renditions.Select(rung => item with { Id = $"video-c0-{rung}", Renditions = [rung] }) : [item])],
        };

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(["head", "audio", "measure", "pictures", "video-c0-360p"], Queued(workshop));
        Assert.Empty(asset.Warnings);
    }

    [Fact]
    public async Task A_title_that_could_not_be_measured_is_made_as_planned()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.Fail["measure"] = "measure.failed";

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(23, workshop.Media.Packaged!.Video[0].Crf);
    }

    [Fact]
    public async Task A_lost_message_and_a_lost_event_of_the_measurement_are_made_good()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.LoseMessage.Add("measure");
        workshop.Jobs.LoseEvent.Add("measure");

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(17.5, workshop.Media.Packaged!.Video[0].Crf);
    }

    [Fact]
    public async Task A_ladder_is_decided_once_however_often_the_decision_is_repeated()
    {
        await using var workshop = await OpenAsync();
        workshop.Jobs.Hold.Add("video-c0");
        var asset = await workshop.UploadAndHoldAsync("video-c0");
        var paths = new RunPaths(asset.Id, asset.RunId!);
        await Workshop.WaitForAsync(() => Task.FromResult(workshop.Blobs.Paths.Contains(paths.Ladder) ? paths : null), "the ladder is decided");
        workshop.Media.ChosenCrf = 30;

        var run = new Domain.Processing.Runs.RunRef(asset.Id, asset.Generation, asset.WorkflowId!);
        var item = new Domain.Processing.Runs.RunItem("video-c0", WorkItemKind.Video, WorkPriority.Normal) { AfterMeasure = true };
        var again = await workshop.Get<Domain.Processing.Runs.SettleLadder>().ExecuteAsync(run, asset.RunId!, [item], default);

        Assert.Equal(["video-c0"], again.Queued.Select(queued => queued.Id));
        await workshop.Jobs.ReleaseAsync();
        await workshop.WaitForStateAsync(asset.Id, AssetState.Ready);
        Assert.Equal(17.5, workshop.Media.Packaged!.Video[0].Crf);
    }

    [Fact]
    public async Task A_chunk_that_failed_is_tried_again_for_the_rungs_that_the_ladder_kept()
    {
        await using var workshop = await OpenAsync();
        workshop.Media.Change = plan => plan with
        {
            Video = [plan.Video[0] with { Name = "1080p" }, .. plan.Video],
            Items = [.. plan.Items.Select(item => item.Id == "video-c0" ? item with { Renditions = ["1080p", "720p", "360p"] } : item)],
        };
        workshop.Media.KeptRungs = ["720p", "360p"];
        workshop.Jobs.Fail["video-c0"] = "transcode.failed";

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(["head", "audio", "measure", "pictures", "video-c0", "video-c0-only-720p", "video-c0-only-360p"], Queued(workshop));
        Assert.Empty(asset.Warnings);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_is_measured_leaves_nothing()
    {
        await using var workshop = await OpenAsync();
        var asset = await workshop.UploadAndHoldAsync("measure");

        await workshop.CancelAsync(asset.Id);
        await workshop.Jobs.ReleaseAsync();

        await workshop.WaitForStateAsync(asset.Id, AssetState.Cancelled);
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads || path.Name.EndsWith(RunPaths.TombstoneSuffix, StringComparison.Ordinal));
        Assert.DoesNotContain("video-c0", Queued(workshop));
    }

    private static async Task<Workshop> OpenAsync()
    {
        var workshop = await Workshop.OpenAsync();
        workshop.Media.Measured = true;
        workshop.Media.ChosenCrf = 17.5;
        return workshop;
    }

    private static IEnumerable<string> Queued(Workshop workshop) => workshop.Jobs.Queued.Select(queued => queued.Item.ItemId);
}
