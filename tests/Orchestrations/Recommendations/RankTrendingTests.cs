using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Recommendations;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Recommendations;

/// <summary>The hourly workflow on the real engine and stores.</summary>
public sealed class RankTrendingTests
{
    [Fact]
    public async Task The_lists_of_an_hour_are_made_once_after_it_also_across_a_crash()
    {
        await using var workshop = await Workshop.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var (seldom, often) = (await AddAsync(workshop, "Seldom", now), await AddAsync(workshop, "Often", now));
        await WatchAsync(workshop, now, seldom, often, often);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now.AddHours(1));
        var id = $"trending-{now:yyyyMMddHH}";

        await new RefreshTrending(clock).RunAsync(null!, workshop.Engine.Client, default);
        await workshop.Engine.UntilHistoryAsync(id, HistoryKind.TaskCompleted, 10);
        await workshop.Engine.CrashAndRestartAsync();
        await new RefreshTrending(clock).RunAsync(null!, workshop.Engine.Client, default);
        var ended = await workshop.Engine.WaitAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        var status = JsonSerializer.Deserialize<TrendProgress>(ended.SerializedCustomStatus!, DomainJson.Options)!;
        Assert.Equal((ChangedVideos.Parts, 2, 1), (status.Part, status.Videos, status.Lists));
        var found = await workshop.Get<ReadTrending>().ExecuteAsync(null, null, null, new PageRequest(null, 10), default);
        Assert.Equal([often, seldom], found.Items.Select(item => item.Video.Asset.Id));
    }

    private static async Task<string> AddAsync(Workshop workshop, string title, DateTimeOffset now)
    {
        var asset = new Asset
        {
            Id = AssetIds.New(),
            OwnerId = OpaqueId.New("user"),
            Title = title,
            State = AssetState.Ready,
            CreatedAt = now,
            UpdatedAt = now,
            PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
            PublishedRunId = "1-0",
            Visibility = Visibility.Public,
        };
        await workshop.Get<IAssetStore>().AddAsync(asset, default);
        return asset.Id;
    }

    private static async Task WatchAsync(Workshop workshop, DateTimeOffset now, params string[] assets)
    {
        var messages = assets.Select((asset, n) => new HubMessage(n, TelemetryRecordWriter.ToBytes(new BeaconRecord(
            new SessionClaims { SessionId = $"ses_{n}", AssetId = asset, PlaybackId = "play_1", OwnerId = workshop.Owner, StartedAt = now, Viewer = (ulong)n },
            new PlayerInfo("player", "1", "native"),
            now.ToUnixTimeMilliseconds() + 41_000,
            [new PlaybackEvent(1, PlaybackEventType.Exit, now.ToUnixTimeMilliseconds() + 41_000, new PlaybackTotals { WatchedMs = 40_000 })]))));
        await workshop.Get<CountTelemetry>().CountAsync(0, [.. messages], default);
    }
}
