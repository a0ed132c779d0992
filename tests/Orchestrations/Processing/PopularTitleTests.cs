using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

public sealed class PopularTitleTests
{
    [Fact]
    public async Task A_title_that_is_watched_a_lot_gets_AV1_behind_all_other_work_and_then_a_better_preset()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Media.BitrateOf = rung => rung.Preset == "medium" ? rung.MaxBitrate * 8 / 10 : rung.MaxBitrate;
        var id = await ReadyAsync(workshop);
        workshop.Jobs.Queued.Clear();

        await StartAsync(workshop, "one", new TitleVelocity(id, 7000, 7));
        var first = await workshop.WaitForRevisionAsync(id, 2);
        Assert.Equal(["720p", "720p-av1", "360p", "360p-av1"], first.Renditions.Select(rendition => rendition.Name));
        Assert.All(workshop.Jobs.Queued, queued => Assert.Equal(WorkPriority.Low, queued.Priority));

        await StartAsync(workshop, "two", new TitleVelocity(id, 1000));
        var second = await workshop.WaitForRevisionAsync(id, 3);
        Assert.Equal(4_000_000, second.Renditions.Single(rendition => rendition.Name == "720p").AverageBitrate);
        Assert.Equal(4, second.Renditions.Count);

        // Nothing is left to do, however often it is asked.
        var decision = await WeighAsync(workshop, new TitleVelocity(id, 1_000_000));
        Assert.Null(decision.Run);
    }

    [Fact]
    public async Task A_title_that_is_watched_less_gets_what_it_is_worth_or_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await ReadyAsync(workshop);

        Assert.Equal("av1", (await WeighAsync(workshop, new TitleVelocity(id, 300))).Step);
        Assert.Equal("h264-medium", (await WeighAsync(workshop, new TitleVelocity(id, 299))).Step);
        Assert.Null((await WeighAsync(workshop, new TitleVelocity(id, 99))).Step);
        Assert.Null((await WeighAsync(workshop, new TitleVelocity("asset_unknown", 1000))).Run);
    }

    [Fact]
    public async Task What_does_not_save_anything_is_thrown_away_and_not_made_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Media.BitrateOf = _ => 1000;
        var id = await ReadyAsync(workshop);
        workshop.Media.BitrateOf = _ => 2000;
        var asset = (await workshop.Get<Assets>().UpdateAsync(id, current => current with { DurationSeconds = 1 }, default)).Value;

        await RunAsync(workshop, new ExtensionRun(id, 1, 1, [new WantedRung("720p-av1")], IsEconomy: true, "av1"));

        asset = await workshop.WaitForExtensionAsync(id, ExtensionState.Failed);
        Assert.Equal(("rendition.no_gain", 1), (asset.Extension!.Failure!.Code, asset.Revision));
        Assert.Equal([new TakenStep("av1", 1)], asset.EconomySteps!);
    }

    [Fact]
    public async Task A_step_that_failed_for_no_fault_of_the_title_may_be_taken_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = await ReadyAsync(workshop);
        workshop.Jobs.Fail["extra-c0"] = "transcode.failed";
        workshop.Jobs.Fail["extra-c0-only-720p-av1"] = "transcode.failed";
        workshop.Jobs.Fail["extra-c0-only-360p-av1"] = "transcode.failed";

        await StartAsync(workshop, "one", new TitleVelocity(id, 1000));

        await workshop.WaitForExtensionAsync(id, ExtensionState.Failed);
        Assert.Equal("av1", (await WeighAsync(workshop, new TitleVelocity(id, 1000))).Run!.Step);
    }

    private static async Task<string> ReadyAsync(Workshop workshop)
    {
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        await workshop.Get<Assets>().UpdateAsync(id, asset => asset with { SourcePicture = new SourcePicture(1280, 720) }, default);
        return id;
    }

    private static Task StartAsync(Workshop workshop, string id, params TitleVelocity[] titles) =>
        workshop.Engine.Client.StartOnceAsync(Workflows.ReencodePopular, id, new PopularTitles(titles), default);

    private static Task RunAsync(Workshop workshop, ExtensionRun run) =>
        workshop.Engine.Client.StartOnceAsync(Workflows.ExtendAsset, run.InstanceId, run, default);

    private static Task<EconomyDecision> WeighAsync(Workshop workshop, TitleVelocity title) => workshop.Get<WeighTitle>().ExecuteAsync(title, default);
}
