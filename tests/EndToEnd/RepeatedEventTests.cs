using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Blob events come at least once: an original that is reported again, at whatever time, starts nothing.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class RepeatedEventTests(OwnedPlatform owned)
{
    private Platform Platform => owned.Platform;

    [Fact]
    public async Task An_original_reported_again_while_its_video_is_made_when_it_is_ready_or_when_its_workflow_is_forgotten_changes_nothing()
    {
        using var owner = Owner.Of(Platform);
        var ready = (await owner.PublishAsync(owned.Short)).GetProperty("id").GetString()!;
        var before = await StoredBlobs.OfAsync(Platform, ready);
        var busy = await owner.UploadAsync(owned.Long);
        await owner.BecomesAsync(busy, "processing");
        string[] assets = [ready, busy];
        var workflows = await WorkflowsAsync(assets);
        Assert.Equal(2, workflows.Count);

        await ReportAgainAsync(assets);
        await owner.BecomesAsync(busy, "ready");
        await NothingChangedAsync();

        await Workflows.PurgeAsync(Platform, workflows[0]);
        workflows.RemoveAt(0);
        await ReportAgainAsync(assets);
        await NothingChangedAsync();

        async Task NothingChangedAsync()
        {
            Assert.Equal(workflows, await WorkflowsAsync(assets));
            Assert.Equal(before.Digests, (await StoredBlobs.OfAsync(Platform, ready)).Digests);
            foreach (var asset in assets)
                Assert.Equal(1, (await owner.BecomesAsync(asset, "ready")).GetProperty("revision").GetInt32());
        }
    }

    private async Task<List<string>> WorkflowsAsync(IEnumerable<string> assets)
    {
        var workflows = new List<string>();
        foreach (var asset in assets)
            workflows.AddRange(await Workflows.ProcessingAsync(Platform, asset));
        return workflows;
    }

    private async Task ReportAgainAsync(IEnumerable<string> assets)
    {
        await Platform.KillAsync();
        Receipts.Forget(Platform.Data);
        await Platform.ServeAsync();
        await Eventually.HoldsAsync(
            () => Task.FromResult(assets.All(asset => Receipts.Has(Platform.Data, asset))), TimeSpan.FromMinutes(1), "the originals are reported again");
    }
}
