using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Functions.Telemetry;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Telemetry;

/// <summary>The hourly workflow on the real engine, stores and index.</summary>
public sealed class JudgeHourTests
{
    [Fact]
    public async Task The_videos_of_an_hour_are_judged_and_their_views_told_once_after_it()
    {
        await using var workshop = await Workshop.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var (seldom, often) = (await AddAsync(workshop, "Seldom", now), await AddAsync(workshop, "Often", now));
        await WatchAsync(workshop, now, seldom, often, often);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now.AddHours(1));
        var id = $"judge-{now:yyyyMMddHH}";

        await new JudgeTelemetry(clock).RunAsync(null!, workshop.Engine.Client, default);
        await new JudgeTelemetry(clock).RunAsync(null!, workshop.Engine.Client, default);
        await workshop.Engine.WaitAsync(id);

        var ended = (await workshop.Engine.Client.GetInstanceAsync(id, true))!;
        var status = JsonSerializer.Deserialize<JudgeProgress>(ended.SerializedCustomStatus!, DomainJson.Options)!;
        Assert.Equal((ChangedVideos.Parts, 2, 0, 2), (status.Part, status.Videos, status.Verdicts, status.Counts));
        Assert.Equal(2, await workshop.Get<ViewCounts>().OfAsync(often, default));
        var hits = await workshop.Get<IPublicIndex>().SearchAsync(new PublicQuery("", VideoFilters.None, SearchSort.Views, false, new PageRequest(null, 5)), default);
        Assert.Equal([often, seldom], hits.Items.Select(hit => hit.AssetId));
    }

    private static async Task<string> AddAsync(Workshop workshop, string title, DateTimeOffset now)
    {
        var asset = new Asset
        {
            Id = AssetIds.New(),
            OwnerId = workshop.Owner,
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
