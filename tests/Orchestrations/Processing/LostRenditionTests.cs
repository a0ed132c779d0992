using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Orchestrations.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class LostRenditionTests
{
    [Fact]
    public async Task A_chunk_that_failed_is_tried_rung_by_rung()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = "transcode.failed";

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(
            ["head", "audio", "video-c0", "pictures", "video-c0-only-720p", "video-c0-only-360p"],
            workshop.Jobs.Queued.Select(queued => queued.Item.ItemId));
        Assert.Empty(asset.Warnings);
    }

    [Fact]
    public async Task An_asset_is_published_without_a_rung_that_could_not_be_made_and_its_creator_is_told()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = "transcode.failed";
        workshop.Jobs.Fail["video-c0-only-720p"] = "transcode.failed";

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        var warning = Assert.Single(asset.Warnings);
        Assert.Equal("transcode.renditions_left_out", warning.Code);
        Assert.Contains(": 720p.", warning.Message, StringComparison.Ordinal);
        Assert.Null(asset.Failure);
    }

    [Fact]
    public async Task Processing_again_brings_the_rung_back_and_takes_the_warning_away()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = workshop.Jobs.Fail["video-c0-only-720p"] = "transcode.failed";
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);

        workshop.Jobs.Fail.Clear();
        await workshop.ReprocessAsync(id);

        var asset = await Workshop.WaitForAsync(async () => await workshop.AssetAsync(id) is { Revision: 2, State: AssetState.Ready } ready ? ready : null, "it is ready again");
        Assert.Empty(asset.Warnings);
    }

    [Theory]
    [InlineData("video-c0", "video-c0-only-360p")]
    [InlineData("audio", "audio")]
    public async Task A_ladder_that_is_of_no_use_fails_the_asset_and_everything_it_made_is_erased(string together, string alone)
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail[together] = "transcode.failed";
        workshop.Jobs.Fail[alone] = "transcode.attempts_exhausted";
        workshop.Jobs.Hold.Add("pictures");

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Failed);

        Assert.Equal("transcode.attempts_exhausted", asset.Failure?.Code);
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
        await workshop.Jobs.ReleaseAsync();
        Assert.All(workshop.Blobs.Paths, path => Assert.Equal(Containers.Uploads, path.Container));
    }

    [Fact]
    public async Task What_the_source_is_to_blame_for_is_not_tried_rung_by_rung()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = "source.changed";

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Failed);

        Assert.Equal("source.changed", asset.Failure?.Code);
        Assert.Equal(4, workshop.Jobs.Queued.Count);
    }

    [Fact]
    public async Task The_sweep_finds_what_was_lost_of_a_part()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = "transcode.failed";
        workshop.Jobs.LoseEvent.Add("video-c0");
        workshop.Jobs.LoseMessage.Add("video-c0-only-720p");
        workshop.Jobs.LoseEvent.Add("video-c0-only-360p");

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Empty(asset.Warnings);
        Assert.Equal(2, workshop.Jobs.Queued.Count(queued => queued.Item.ItemId == "video-c0-only-720p"));
    }

    [Fact]
    public async Task Parts_go_on_where_they_were_when_the_platform_dies()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["video-c0"] = "transcode.failed";
        workshop.Jobs.EventsPerMarker = 2;
        workshop.Jobs.Hold.Add("video-c0-only-720p");
        var id = await workshop.UploadAsync();
        await Workshop.WaitForAsync(() => Task.FromResult(workshop.Jobs.Queued.Any(queued => queued.Item.ItemId == "video-c0-only-360p") ? workshop : null), "the parts are queued");

        await workshop.Engine.CrashAndRestartAsync();
        await workshop.Jobs.ReleaseAsync();

        await workshop.WaitForStateAsync(id, AssetState.Ready);
    }

    [Fact]
    public void Runs_that_began_when_every_rendition_was_needed_still_fail_by_one()
    {
        var item = new RunItem("video-c0", WorkItemKind.Video, WorkPriority.Normal);
        var losses = new Losses(null);

        Assert.Empty(losses.Take(item, new AssetFailure("transcode.failed", "It did not work.")));

        Assert.Equal("transcode.failed", losses.Fatal?.Code);
    }

    [Fact]
    public void What_only_makes_lost_renditions_is_waited_for_no_longer()
    {
        RunItem[] items = [.. new[] { "video-c0-720p", "video-c1-720p" }.Select(id => new RunItem(id, WorkItemKind.Video, WorkPriority.Normal, ["720p"]))];
        var losses = new Losses([["360p"]]);

        losses.Take(items[0], new AssetFailure("transcode.failed", "It did not work."));

        Assert.Null(losses.Fatal);
        Assert.False(losses.IsWanted(items[1]));
        Assert.True(losses.IsWanted(new RunItem("video-c1", WorkItemKind.Video, WorkPriority.Normal, ["720p", "360p"])));
        Assert.True(losses.IsWanted(new RunItem("pictures", WorkItemKind.Pictures, WorkPriority.Normal, [])));
    }
}
