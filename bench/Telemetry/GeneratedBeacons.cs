using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry;

/// <summary>
/// Beacons of sessions that go on side by side, as the hub has them: each tells of half a minute in an attempt and a start or three heartbeats, and now
/// and then of a seek, a stall or another rung. Few videos have most of the sessions (Zipf's law).
/// </summary>
internal sealed class GeneratedBeacons
{
    public const int Videos = 1000, Channels = 200, Sessions = 10_000;

    private static readonly DateTimeOffset Begin = new(2026, 11, 29, 20, 0, 0, TimeSpan.Zero);
    private static readonly PlayerInfo Player = new("stream-player", "0.1.0", "hls.js");

    private readonly Random _random = new(11);
    private readonly double[] _cumulated;
    private readonly List<Going> _going = [];

    public GeneratedBeacons()
    {
        _cumulated = new double[Videos];
        for (var video = 0; video < Videos; video++)
            _cumulated[video] = (video > 0 ? _cumulated[video - 1] : 0) + (1.0 / (video + 1));
        for (var i = 0; i < Sessions; i++)
            _going.Add(Start(i));
    }

    /// <summary>How many events the beacons had until now.</summary>
    public long Events { get; private set; }

    /// <summary>One beacon of each session, in their order; each tells of half a minute more.</summary>
    public IEnumerable<BeaconRecord> Round() => _going.Select(Next);

    private Going Start(int number)
    {
        var video = Array.BinarySearch(_cumulated, _random.NextDouble() * _cumulated[^1]);
        video = Math.Min(video < 0 ? ~video : video, Videos - 1);
        return new Going(new SessionClaims
        {
            SessionId = $"ses_{number:00000000000000000000000000}",
            AssetId = $"asset_{video:00000000000000000000000000}",
            PlaybackId = $"play_{video:00000000000000000000000000}",
            OwnerId = $"user_{video % Channels:00000000000000000000000000}",
            ChannelId = $"channel_{video % Channels:00000000000000000000000000}",
            DurationSeconds = 60 + (video * 7 % 1200),
            StartedAt = Begin.AddMilliseconds(_random.Next(30_000)),
            Viewer = (ulong)_random.NextInt64(),
            Country = Countries[_random.Next(Countries.Length)],
            Device = (DeviceKind)_random.Next(5),
            Source = (TrafficSource)_random.Next(6),
        });
    }

    private static readonly string[] Countries = ["DE", "US", "FR", "IN", "BR", "JP", "GB", "NG", "ID", "MX"];

    private BeaconRecord Next(Going going)
    {
        var events = new List<PlaybackEvent>(4);
        if (going.Seq == 0)
        {
            events.Add(Event(going, PlaybackEventType.Attempt, 0));
            events.Add(Event(going, PlaybackEventType.Playing, 0) with { StartupMs = _random.Next(200, 3000) });
        }

        for (var i = 0; i < 3; i++)
            events.Add(Event(going, PlaybackEventType.Heartbeat, 10_000));
        if (_random.Next(6) == 0)
            events.Add(Event(going, PlaybackEventType.Rung, 0) with { Height = 720, Kbps = 2800, Codec = "avc1.64001f" });
        if (_random.Next(10) == 0)
            events.Add(Event(going, PlaybackEventType.Seek, 0) with { From = 10, To = 90 });
        Events += events.Count;
        return new BeaconRecord(going.Claims, Player, events[^1].At + 80, events) { Cdn = "edge.example" };
    }

    private PlaybackEvent Event(Going going, PlaybackEventType type, int passed)
    {
        var stalled = passed > 0 && _random.Next(20) == 0 ? _random.Next(100, 2000) : 0;
        var totals = going.Totals;
        going.At += passed;
        going.Totals = totals with
        {
            WatchedMs = totals.WatchedMs + passed - stalled,
            StalledMs = totals.StalledMs + stalled,
            Stalls = totals.Stalls + (stalled > 0 ? 1 : 0),
            BitrateMs = totals.BitrateMs + ((passed - stalled) * 2800L),
            Bytes = totals.Bytes + (passed * 350L),
            Watched = totals.Watched.With((int)(going.At / (10.0 * going.Claims.DurationSeconds!.Value))),
        };
        return new PlaybackEvent(++going.Seq, type, going.Claims.StartedAt.ToUnixTimeMilliseconds() + going.At, going.Totals) { Position = going.At / 1000d };
    }

    private sealed class Going(SessionClaims claims)
    {
        public SessionClaims Claims => claims;
        public int Seq { get; set; }
        public long At { get; set; }
        public PlaybackTotals Totals { get; set; }
    }
}
