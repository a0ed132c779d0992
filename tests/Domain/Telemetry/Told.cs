using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry;

/// <summary>A session that tells what a test wants, and what is counted of it.</summary>
internal sealed class Told
{
    public static readonly DateTimeOffset Began = new(2026, 11, 29, 22, 58, 30, TimeSpan.Zero);

    private readonly List<HubMessage> _messages = [];

    public MemoryShards Shards { get; } = new(100);

    public NoArchive Archive { get; } = new();

    public SessionClaims Claims { get; init; } = new()
    {
        SessionId = "ses_1",
        AssetId = "asset_1",
        PlaybackId = "play_1",
        OwnerId = "user_1",
        ChannelId = "channel_1",
        DurationSeconds = 600,
        StartedAt = Began,
        Viewer = 1,
        Country = "DE",
        Device = DeviceKind.Desktop,
    };

    /// <summary>An event so many seconds after the session began.</summary>
    public static PlaybackEvent At(int seq, double seconds, PlaybackEventType type = PlaybackEventType.Heartbeat, double watched = 0, double stalled = 0) =>
        new(seq, type, (Began + TimeSpan.FromSeconds(seconds)).ToUnixTimeMilliseconds(), new PlaybackTotals { WatchedMs = (long)(watched * 1000), StalledMs = (long)(stalled * 1000) });

    public Told Beacon(params PlaybackEvent[] events) => Beacon(Claims, "1", events);

    public Told Beacon(SessionClaims claims, string version, params PlaybackEvent[] events) =>
        Send(new BeaconRecord(claims, new PlayerInfo("player", version, "native"), events.Length == 0 ? 0 : events[^1].At, events));

    public Told Verdict(bool quarantined, long at) => Send(new VerdictRecord(Claims.SessionId, Claims.AssetId, Claims.Bucket, quarantined, "viewer_cap", at));

    public Told Raw(byte[] body)
    {
        _messages.Add(new HubMessage(_messages.Count, body));
        return this;
    }

    public async Task<Domain.Telemetry.Aggregates.Aggregates> CountAsync()
    {
        using var count = new CountTelemetry(Shards, Archive, TimeProvider.System);
        await count.CountAsync(0, _messages, default);
        return new Domain.Telemetry.Aggregates.Aggregates(Shards);
    }

    /// <summary>The one day of the video.</summary>
    public async Task<WindowAggregate> DayAsync() => Assert.Single(await ReadAsync(Grain.Day));

    public async Task<IReadOnlyList<WindowAggregate>> ReadAsync(Grain grain) =>
        await (await CountAsync()).ReadAsync(AggregateSubject.Video("asset_1"), grain, Began.AddDays(-1), Began.AddDays(2), default);

    private Told Send(TelemetryRecord record) => Raw(TelemetryRecordWriter.ToBytes(record));
}
