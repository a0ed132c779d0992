using StreamPlatform.Domain;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Functions.Social;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Social;

/// <summary>The workflow of a day's letters, on the real engine.</summary>
public sealed class SendDigestsTests
{
    [Fact]
    public async Task Everybody_is_looked_at_once_a_day()
    {
        await using var workshop = await Workshop.OpenAsync();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 6, 10, 0, TimeSpan.Zero));

        for (var i = 0; i < 2; i++)
            await new SendDailyDigests(clock).RunAsync(null!, workshop.Engine.Client, default);
        await workshop.Engine.WaitAsync("digests-2026-03-14");

        var ended = (await workshop.Engine.Client.GetInstanceAsync("digests-2026-03-14", true))!;
        Assert.Equal(new DigestProgress("2026-03-14", Digest.Shards), System.Text.Json.JsonSerializer.Deserialize<DigestProgress>(ended.SerializedCustomStatus!, DomainJson.Options));
    }
}
