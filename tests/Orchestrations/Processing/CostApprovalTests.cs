using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>Runs that cost more than their owner allowed wait for the yes, and for nothing else.</summary>
public sealed class CostApprovalTests
{
    [Fact]
    public async Task Nothing_is_made_before_the_yes_and_everything_after_it()
    {
        await using var workshop = await OpenAsync(2);
        var id = await workshop.UploadAsync();
        var asset = await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);

        Assert.Equal(new CostQuestion(2, 1), asset.Question);
        Assert.Empty(workshop.Jobs.Queued);

        Assert.Equal(AssetState.Processing, (await workshop.ApproveAsync(id)).Value.State);
        asset = await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.Null(asset.Question);
        Assert.Equal(new CostApproval(2, 1), asset.Approval);
        Assert.Equal(4, workshop.Jobs.Queued.Select(queued => queued.Item.ItemId).Distinct().Count());
    }

    [Fact]
    public async Task A_yes_whose_event_is_lost_is_found()
    {
        await using var workshop = await OpenAsync(2);
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);

        await workshop.ApproveAsync(id, tell: false);

        await workshop.WaitForStateAsync(id, AssetState.Ready);
    }

    [Fact]
    public async Task A_yes_said_twice_is_one_and_one_too_many_is_refused()
    {
        await using var workshop = await OpenAsync(2);
        workshop.Jobs.Hold.Add("video-c0");
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);

        Assert.True((await workshop.ApproveAsync(id)).Succeeded);
        Assert.True((await workshop.ApproveAsync(id)).Succeeded);
        await workshop.Jobs.ReleaseAsync();
        await workshop.WaitForStateAsync(id, AssetState.Ready);
        Assert.True((await workshop.ApproveAsync(id)).Succeeded);

        await workshop.ReprocessAsync(id);
        await Workshop.WaitForAsync(async () => await workshop.AssetAsync(id) is { Generation: 2, State: AssetState.Ready } asset ? asset : null, "it is made again");
        Assert.Equal("asset.nothing_to_approve", (await workshop.ApproveAsync(id)).Error?.Code);
    }

    [Fact]
    public async Task Made_again_it_asks_only_when_it_costs_more_than_was_approved()
    {
        await using var workshop = await OpenAsync(2);
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);
        await workshop.ApproveAsync(id);
        await workshop.WaitForStateAsync(id, AssetState.Ready);

        await workshop.ReprocessAsync(id);
        await Workshop.WaitForAsync(async () => await workshop.AssetAsync(id) is { Generation: 2, State: AssetState.Ready } asset ? asset : null, "it is made again");

        Cost(workshop, 3);
        await workshop.ReprocessAsync(id);
        var asked = await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);
        Assert.Equal((new CostQuestion(3, 1), 3), (asked.Question, asked.Generation));
        Assert.NotNull(asked.PublishedRunId);
    }

    [Fact]
    public async Task Cancelled_instead_it_leaves_nothing_and_can_not_be_approved()
    {
        await using var workshop = await OpenAsync(2);
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);

        await workshop.CancelAsync(id);

        await workshop.WaitForBlobsAsync(path => path.Container == Containers.Uploads);
        Assert.Equal(AssetState.Cancelled, (await workshop.AssetAsync(id)).State);
        Assert.Equal("asset.nothing_to_approve", (await workshop.ApproveAsync(id)).Error!.Code);
        Assert.Empty(workshop.Jobs.Queued);
    }

    [Fact]
    public async Task A_wait_outlives_the_platform_and_a_yes_that_comes_meanwhile_is_kept()
    {
        await using var workshop = await OpenAsync(2);
        var id = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(id, AssetState.AwaitingApproval);
        await workshop.Engine.CrashAsync();

        await workshop.ApproveAsync(id, tell: false);
        await workshop.Engine.StartAsync();

        await workshop.WaitForStateAsync(id, AssetState.Ready);
    }

    [Fact]
    public async Task Without_an_answer_it_fails_and_says_what_to_do()
    {
        await using var workshop = await OpenAsync(2, approvalSeconds: 1);

        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Failed);

        Assert.Equal("processing.approval_expired", asset.Failure!.Code);
        Assert.Empty(workshop.Jobs.Queued);
    }

    private static async Task<Workshop> OpenAsync(decimal dollars, double approvalSeconds = 3600)
    {
        var workshop = await Workshop.OpenAsync(approvalSeconds: approvalSeconds);
        Cost(workshop, dollars);
        return workshop;
    }

    private static void Cost(Workshop workshop, decimal dollars) => workshop.Media.Change = plan => plan with { Question = new CostQuestion(dollars, 1) };
}
