using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Tests.Telemetry;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Recommendations;

/// <summary>Public videos, and people who watch them, by the house's clock; counted as the platform counts.</summary>
internal sealed class Audience(House house)
{
    private int _told, _assets;

    /// <summary>The hour that the clock is in.</summary>
    public DateTimeOffset Hour => DateTimeOffset.FromUnixTimeSeconds(house.Clock.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600);

    /// <param name="owner">Each has a channel of their own.</param>
    public async Task<Asset> PublishAsync(string title, string? owner = null, VideoCategory? category = null, Func<Asset, Asset>? change = null)
    {
        var asset = new Asset
        {
            Id = $"asset_{_assets++:D26}",
            OwnerId = owner ?? OpaqueId.New("user"),
            Title = title,
            State = AssetState.Ready,
            CreatedAt = house.Clock.GetUtcNow(),
            UpdatedAt = house.Clock.GetUtcNow(),
            PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
            PublishedRunId = "1-0",
            Visibility = Visibility.Public,
            DurationSeconds = 600,
            Metadata = new AssetMetadata { Category = category },
        };
        asset = change?.Invoke(asset) ?? asset;
        await house.Get<IAssetStore>().AddAsync(asset, default);
        await house.Get<ListVideo>().ExecuteAsync(new VideoEvent($"{asset.Id}/1", VideoEvents.Published, asset.Id, house.Clock.GetUtcNow()), default);
        return asset;
    }

    /// <summary>So many different people watch it now.</summary>
    public async Task WatchAsync(Asset asset, int people, string country = "DE")
    {
        var now = house.Clock.GetUtcNow();
        var messages = Enumerable.Range(0, people).Select(_ =>
        {
            var claims = new SessionClaims
            {
                SessionId = $"ses_{_told}",
                AssetId = asset.Id,
                PlaybackId = asset.PlaybackIds[0].Id,
                OwnerId = asset.OwnerId,
                ChannelId = asset.ChannelId,
                DurationSeconds = 600,
                StartedAt = now,
                Viewer = (ulong)_told,
                Country = country,
            };
            return new HubMessage(_told++, TelemetryRecordWriter.ToBytes(new BeaconRecord(
                claims, new PlayerInfo("player", "1", "native"), now.ToUnixTimeMilliseconds() + 41_000,
                [new PlaybackEvent(1, PlaybackEventType.Exit, now.ToUnixTimeMilliseconds() + 41_000, new PlaybackTotals { WatchedMs = 40_000 })])));
        }).ToList();
        using var count = new CountTelemetry(house.Get<IAggregateShards>(), new NoArchive(), house.Clock);
        await count.CountAsync(0, messages, default);
    }

    /// <summary>The hour ends, and lists are made after it.</summary>
    public async Task<DateTimeOffset> PassAsync()
    {
        var hour = Hour;
        house.Clock.SetUtcNow(hour.AddMinutes(85));
        for (var part = 0; part < ChangedVideos.Parts; part++)
            await house.Get<WeighVideos>().StepAsync(new TrendStep(hour, part), default);
        await house.Get<PublishTrending>().ExecuteAsync(hour, default);
        return hour;
    }

    /// <summary>Titles, best first, as they are shown.</summary>
    public async Task<IReadOnlyList<string>> TrendsAsync(string? region = null, VideoCategory? category = null, string? country = null) =>
        [.. (await house.Get<ReadTrending>().ExecuteAsync(region, category, country, new PageRequest(null, 50), default)).Items.Select(item => item.Video.Asset.Title)];
}
