using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Social;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Social;

/// <summary>The recount's workflow on the real engine.</summary>
public sealed class RecountTalliesTests
{
    [Fact]
    public async Task Everything_is_counted_once_a_day_and_what_was_set_right_is_told()
    {
        await using var workshop = await Workshop.OpenAsync();
        var (documents, marks) = (workshop.Get<IDocuments>(), workshop.Get<Marks>());
        for (var number = 0; number < Recount.AtOnce + 5; number++)
            await marks.SetAsync(new MarkSubject(MarkSpaces.Reactions, $"asset_{number}"), "user_1", "like", default);
        var tally = (await documents.FindAsync(MarkDocuments.Tallies, new DocumentKey("reactions/asset_3/", Tally.Id), default))!;
        await documents.WriteAsync(MarkDocuments.Tallies.Replace(tally.Value with { Counts = new Dictionary<string, long> { ["like"] = 9 } }, tally.ETag), default);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 2, 20, 0, TimeSpan.Zero));

        await new RecountTallies(clock).RunAsync(null!, workshop.Engine.Client, default);
        await new RecountTallies(clock).RunAsync(null!, workshop.Engine.Client, default);
        await workshop.Engine.WaitAsync("recount-20260314");

        var ended = (await workshop.Engine.Client.GetInstanceAsync("recount-20260314", true))!;
        Assert.Equal(new RecountProgress(null, Recount.AtOnce + 5, 0, 1), System.Text.Json.JsonSerializer.Deserialize<RecountProgress>(ended.SerializedCustomStatus!, Domain.DomainJson.Options));
        Assert.Equal(1, (await workshop.Get<Tallies>().CountAsync(new MarkSubject(MarkSpaces.Reactions, "asset_3"), default))["like"]);
    }
}
