using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class ProcessAssetTests
{
    [Fact]
    public async Task Without_an_original_there_is_nothing_to_process()
    {
        await using var workshop = await Workshop.OpenAsync();
        var now = DateTimeOffset.UnixEpoch;
        var asset = new Asset
        {
            Id = AssetIds.New(), OwnerId = workshop.Owner, Title = "The sea", State = AssetState.Processing,
            Generation = 1, WorkflowId = "process-1", PlaybackIds = [], CreatedAt = now, UpdatedAt = now,
        };
        Assert.True(await workshop.Get<IAssetStore>().AddAsync(asset, default));

        var prepared = await workshop.Get<PrepareRun>().ExecuteAsync(new RunRef(asset.Id, 1, "process-1"), reprocess: false, default);

        Assert.Equal((RunVerdict.Refused, "source.missing"), (prepared.Verdict, prepared.Failure?.Code));
    }

    [Fact]
    public async Task An_upload_becomes_a_published_revision()
    {
        await using var workshop = await Workshop.OpenAsync();

        var id = await workshop.UploadAsync();

        var asset = await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Equal((1, asset.RunId), (asset.Revision, asset.PublishedRunId));
        Assert.Equal(12, asset.DurationSeconds);
        Assert.Equal(FakeJobs.FirstSegmentOf("audio"), asset.FirstPlayableAt);
        Assert.Equal((1, 12.0, 0), await DayAsync(workshop, asset.UploadedAt!.Value));
        Assert.Equal(
            ["head", "audio", "video-c0", "pictures"],
            workshop.Jobs.Queued.Select(queued => queued.Item.ItemId));
    }

    [Fact]
    public async Task A_refused_original_fails_the_asset_with_its_reason_and_leaves_only_the_original()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Media.ProbeRefusal = new Error("source.not_a_video", 422, "This is a shopping list.");

        var id = await workshop.UploadAsync();

        var asset = await workshop.WaitForStateAsync(id, AssetState.Failed);
        Assert.Equal(new AssetFailure("source.not_a_video", "This is a shopping list."), asset.Failure);
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
        // It is noted once the asset says so.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await DayAsync(workshop, asset.UpdatedAt) != (0, 0.0, 1))
            await Task.Delay(10, patience.Token);
    }

    private static async Task<(int Uploads, double Seconds, int Failures)> DayAsync(Workshop workshop, DateTimeOffset at)
    {
        var day = Assert.Single(await workshop.Get<CatalogDays>().ReadAsync(new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero), 1, default));
        return (day.Uploads, day.UploadedSeconds, day.Failures);
    }

    [Fact]
    public async Task A_storage_fault_is_waited_out()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Media.ProbeFaults = 1;

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(2, workshop.Media.Probes);
    }

    [Fact]
    public async Task Failed_pictures_are_a_warning()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Fail["pictures"] = "pictures.failed";

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal("pictures.failed", Assert.Single(asset.Warnings).Code);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(20, "source.damaged_parts")]
    public async Task Many_damaged_places_are_a_warning(long places, string? code)
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.DecodeErrors = places;

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(code, asset.Warnings.SingleOrDefault()?.Code);
    }

    [Fact]
    public async Task A_run_that_does_not_package_fails_with_the_packagers_reason()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Media.PackageRefusal = new Error("package.gap", 422, "There is a hole in it.");

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Failed);

        Assert.Equal("package.gap", asset.Failure?.Code);
        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
    }

    [Fact]
    public async Task The_sweep_finds_a_marker_whose_event_was_lost()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.LoseEvent.Add("video-c0");

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(4, workshop.Jobs.Queued.Count);
    }

    [Fact]
    public async Task An_item_whose_message_was_lost_is_queued_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.LoseMessage.Add("audio");

        await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(2, workshop.Jobs.Queued.Count(queued => queued.Item.ItemId == "audio"));
        Assert.All(
            workshop.Jobs.Queued.Where(queued => queued.Item.ItemId == "audio"),
            queued => Assert.Equal(WorkPriority.High, queued.Priority));
    }

    [Fact]
    public async Task Events_that_come_three_times_do_nothing_more_than_once()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.EventsPerMarker = 3;

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        Assert.Equal(1, asset.Revision);
    }

    [Fact]
    public async Task A_run_goes_on_where_it_was_when_the_platform_dies()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Jobs.Hold.Add("audio");
        var id = (await workshop.UploadAndHoldAsync("video-c0")).Id;

        await workshop.Engine.CrashAndRestartAsync();
        await workshop.Jobs.ReleaseAsync();

        await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Equal(1, workshop.Media.Probes);
    }

    [Fact]
    public async Task What_only_growing_playback_needed_goes_when_its_lifetime_is_over()
    {
        await using var workshop = await Workshop.OpenAsync(lifetimeSeconds: 0.5);

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);

        var paths = new RunPaths(asset.Id, asset.RunId!);
        await workshop.WaitForBlobsAsync(path =>
            path.Container == Containers.Uploads
            || (path.Container == Containers.Media && !path.Name.StartsWith(paths.HeadPrefix, StringComparison.Ordinal)));
        Assert.Contains(paths.Presentation, workshop.Blobs.Paths);
    }
}
