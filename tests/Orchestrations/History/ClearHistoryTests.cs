using StreamPlatform.Domain;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.History;

/// <summary>The workflow that clears histories, on the real engine.</summary>
public sealed class ClearHistoryTests
{
    [Fact]
    public async Task A_long_history_goes_but_for_what_is_watched_after_it_was_cleared()
    {
        await using var workshop = await Workshop.OpenAsync();
        var (documents, now) = (workshop.Get<IDocuments>(), new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
        foreach (var number in Enumerable.Range(-120, 122))
            await documents.WriteAsync(WatchedVideo.Kind.Add(WatchedVideo.Of("user_1", $"asset_{number}", new WatchReport(1, default, now.AddSeconds(number)))), default);
        await documents.WriteAsync(HistoryHead.Kind.Add(HistoryHead.Of("user_1") with { Count = 122 }), default);
        var clearing = new HistoryClearing("user_1", now);

        for (var i = 0; i < 2; i++)
            await workshop.Engine.Client.StartOnceAsync(HistoryClearing.Workflow, clearing.InstanceId, clearing, default);
        await workshop.Engine.WaitAsync(clearing.InstanceId);

        Assert.Equal(["asset_1"], (await documents.ListAsync(WatchedVideo.Kind, "user_1", "", new PageRequest(null, 10), ListOrder.Descending, default)).Items.Select(watched => watched.AssetId));
        Assert.Equal(new HistoryHead(HistoryHead.CurrentSchemaVersion, "user_1", 1, now, now), (await documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf("user_1"), default))?.Value);
    }
}
