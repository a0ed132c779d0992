using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Ingest;

/// <summary>Ingest with a clock that stands still, keys that can be rotated, and a stream that keeps what it gets.</summary>
internal sealed class Players : ISigningKeys, IAsyncDisposable
{
    private readonly House _house = new();
    private readonly List<SigningKey> _keys = [];

    public Players(RateLimitOptions? limits = null)
    {
        Rotate();
        Tokens = new SessionTokens(this);
        Take = new TakeBeacons(Tokens, new RateLimits(limits ?? new RateLimitOptions(), _house.Get<IDocuments>(), Clock), Stream, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    public RecordingStream Stream { get; } = new();
    public SessionTokens Tokens { get; }
    public TakeBeacons Take { get; }
    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();
    public IEnumerable<BeaconRecord> Beacons => Stream.Records.Cast<BeaconRecord>();
    public IEnumerable<PlaybackEvent> Events => Beacons.SelectMany(beacon => beacon.Events);

    public SessionClaims Claims(string id = "ses_one") => new()
    {
        SessionId = id,
        AssetId = "asset_1",
        PlaybackId = "play_1",
        OwnerId = "user_1",
        DurationSeconds = 100,
        StartedAt = Clock.GetUtcNow(),
        Viewer = ulong.MaxValue,
        Country = "DE",
        Device = DeviceKind.Mobile,
        Source = TrafficSource.Search,
    };

    /// <summary>A new key signs from now on; those before still count.</summary>
    public void Rotate() => _keys.Insert(0, new SigningKey($"key-{_keys.Count}", RandomNumberGenerator.GetBytes(64), Clock.GetUtcNow()));

    public void Forget() => _keys.RemoveRange(1, _keys.Count - 1);

    public Task<string> TokenAsync(SessionClaims? claims = null) => Tokens.IssueAsync(claims ?? Claims(), default);

    public static JsonObject Event(int seq, string type, long at, object? more = null)
    {
        var told = JsonSerializer.SerializeToNode(new { seq, type, at, totals = new { watchedMs = 1000, watched = new string('0', 25) } })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject().ToList())
            told[name] = value?.DeepClone();
        return told;
    }

    public JsonObject Beacon(string token, params JsonNode[] events) => Beacon(token, Now, events);

    public static JsonObject Beacon(string token, long sentAt, params JsonNode[] events) => new()
    {
        ["session"] = token,
        ["sentAt"] = sentAt,
        ["player"] = new JsonObject { ["name"] = "stream-player", ["version"] = "0.1.0", ["engine"] = "hls.js" },
        ["cdn"] = "Edge.Example.com",
        ["events"] = new JsonArray([.. events.Select(told => told.DeepClone())]),
    };

    public Task<TakenBeacons> TellAsync(params JsonNode[] beacons) => TellAsync(new JsonObject { ["beacons"] = new JsonArray([.. beacons.Select(beacon => beacon.DeepClone())]) }.ToJsonString());

    public async Task<TakenBeacons> TellAsync(string body) => (await RawAsync(body)).Value!;

    public Task<Result<TakenBeacons?>> RawAsync(string body) => Take.ExecuteAsync(Encoding.UTF8.GetBytes(body), default);

    public Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<SigningKey>>([.. _keys]);

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
