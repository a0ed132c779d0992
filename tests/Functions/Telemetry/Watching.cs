using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Tests.Playback;

namespace StreamPlatform.Functions.Tests.Telemetry;

/// <summary>Sessions that players told of, counted.</summary>
internal sealed class Watching(PlaybackHouse house)
{
    private long _sequence;

    /// <param name="after">How long after the session began it was told.</param>
    public async Task TellAsync(SessionClaims claims, TimeSpan after, PlaybackEventType type, PlaybackTotals totals, Func<PlaybackEvent, PlaybackEvent>? more = null)
    {
        var told = new PlaybackEvent((int)after.TotalSeconds + 1, type, (claims.StartedAt + after).ToUnixTimeMilliseconds(), totals);
        using var count = new CountTelemetry(house.Get<IAggregateShards>(), new NoArchive(), house.Clock);
        var record = new BeaconRecord(claims, new PlayerInfo("player", "1.2.0", "hls.js"), told.At, [more?.Invoke(told) ?? told]) { Cdn = "edge.example.com" };
        await count.CountAsync(0, [new HubMessage(_sequence++, TelemetryRecordWriter.ToBytes(record))], default);
    }

    /// <summary>A heartbeat of somebody who has watched since the session began.</summary>
    public Task WatchAsync(SessionClaims claims, TimeSpan after) => TellAsync(claims, after, PlaybackEventType.Heartbeat, new PlaybackTotals { WatchedMs = (long)after.TotalMilliseconds });

    public SessionClaims Session(string id, string assetId, ulong viewer = 1) => new()
    {
        SessionId = id,
        AssetId = assetId,
        PlaybackId = "play_1",
        OwnerId = Domain.Accounts.EnsureFirstApiKey.FirstOwnerId,
        StartedAt = house.Clock.GetUtcNow(),
        Viewer = viewer,
        Country = "DE",
    };

    private sealed class NoArchive : ITelemetryArchive
    {
        public Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct) => Task.CompletedTask;

        public Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct) => throw new InvalidOperationException(reason);
    }
}
