using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class ClipTests
{
    [Fact]
    public async Task A_clip_becomes_an_asset_of_its_own_and_stays_when_its_parent_goes()
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);

        var run = await ClipAsync(workshop, parent);

        var clip = await workshop.WaitForStateAsync(run.AssetId, AssetState.Ready);
        Assert.Equal((1, workshop.Owner, new ClipOrigin(parent, 0, 4), PlaybackPolicy.Public), (clip.Revision, clip.OwnerId, clip.ClipOf, clip.PlaybackIds[0].Policy));
        Assert.Equal(["720p", "360p"], clip.Renditions.Select(rendition => rendition.Name));
        await workshop.DeleteAsync(parent);
        await workshop.WaitForStateAsync(parent, AssetState.Deleted);
        var presentation = (await workshop.Get<Presentations>().CurrentAsync(clip, default)).Value;
        Assert.All(presentation.Video, video => Assert.StartsWith($"{clip.Id}/", video.Segments[0].Name, StringComparison.Ordinal));
        Assert.All(workshop.Blobs.Paths, path => Assert.StartsWith($"{clip.Id}/", path.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_whose_request_died_after_the_workflow_was_scheduled_is_made()
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);
        var run = (await workshop.Get<ClipAsset>().CheckAsync(workshop.Owner, parent, new ClipRequest(1, 3, "Mine", PlaybackPolicy.Signed), default)).Value;

        await workshop.Engine.Client.StartOnceAsync(Workflows.ClipAsset, run.InstanceId, run, default);

        await Workshop.WaitForAsync(async () => (await workshop.Get<IAssetStore>().FindAsync(run.AssetId, default))?.Value.State == AssetState.Ready ? this : null, "the clip is ready");
        var clip = await workshop.AssetAsync(run.AssetId);
        Assert.Equal(("Mine", PlaybackPolicy.Signed), (clip.Title, clip.PlaybackIds[0].Policy));
    }

    [Fact]
    public async Task The_same_request_makes_the_same_clip()
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);
        var wanted = new ClipRequest(1, 3, RequestId: "request_1");

        var one = (await workshop.Get<ClipAsset>().CheckAsync(workshop.Owner, parent, wanted, default)).Value;
        var other = (await workshop.Get<ClipAsset>().CheckAsync(workshop.Owner, parent, wanted, default)).Value;

        Assert.Equal(one.InstanceId, other.InstanceId);
    }

    [Fact]
    public async Task A_clip_that_fails_says_why_and_leaves_nothing_of_its_own()
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);
        workshop.Jobs.Fail[WorkItem.ClipItem] = "clip.source_gone";

        var run = await ClipAsync(workshop, parent);

        var clip = await workshop.WaitForStateAsync(run.AssetId, AssetState.Failed);
        Assert.Equal("clip.source_gone", clip.Failure!.Code);
        await workshop.WaitForBlobsAsync(path => path.Name.StartsWith($"{parent}/", StringComparison.Ordinal) || path.Container == Containers.Uploads);
    }

    [Fact]
    public async Task Deleting_a_clip_while_it_is_copied_leaves_nothing_of_it()
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);
        workshop.Jobs.Hold.Add(WorkItem.ClipItem);
        var run = await ClipAsync(workshop, parent);
        await Workshop.WaitForAsync(() => Task.FromResult(workshop.Jobs.Queued.Any(queued => queued.Item.ItemId == WorkItem.ClipItem) ? this : null), "the copy is queued");

        await workshop.DeleteAsync(run.AssetId);
        await workshop.WaitForStateAsync(run.AssetId, AssetState.Deleted);
        await workshop.Jobs.ReleaseAsync();

        await workshop.Engine.WaitAsync(run.InstanceId);
        Assert.DoesNotContain(workshop.Blobs.Paths, path => path.Name.StartsWith($"{run.AssetId}/", StringComparison.Ordinal));
        Assert.Equal(AssetState.Ready, (await workshop.AssetAsync(parent)).State);
    }

    [Theory]
    [InlineData(3.0, 3.0, "clip.range_invalid")]
    [InlineData(4.0, 5.0, "clip.range_invalid")]
    [InlineData(null, 5.0, "clip.range_invalid")]
    public async Task A_clip_of_nothing_is_refused(double? start, double? end, string code)
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);
        Assert.Equal(code, (await workshop.Get<ClipAsset>().CheckAsync(workshop.Owner, parent, new ClipRequest(start, end), default)).Error!.Code);
    }

    [Fact]
    public async Task Nobody_but_the_owner_cuts_and_a_clip_of_a_signed_video_is_signed()
    {
        await using var workshop = await Workshop.OpenAsync();
        var parent = await ReadyAsync(workshop);
        Assert.Equal("asset.not_found", (await workshop.Get<ClipAsset>().CheckAsync("user_stranger", parent, new ClipRequest(1, 3), default)).Error!.Code);

        await workshop.Get<Assets>().UpdateAsync(parent, asset => asset with { PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Signed)] }, default);
        Assert.Equal(PlaybackPolicy.Signed, (await workshop.Get<ClipAsset>().CheckAsync(workshop.Owner, parent, new ClipRequest(1, 3), default)).Value.PlaybackId.Policy);
    }

    private static async Task<string> ReadyAsync(Workshop workshop)
    {
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        return id;
    }

    private static async Task<ClipRun> ClipAsync(Workshop workshop, string parent)
    {
        var run = (await workshop.Get<ClipAsset>().CheckAsync(workshop.Owner, parent, new ClipRequest(1, 3), default)).Value;
        await workshop.Engine.Client.StartOnceAsync(Workflows.ClipAsset, run.InstanceId, run, default);
        await workshop.Get<ClipAsset>().BeginAsync(run, default);
        return run;
    }
}
