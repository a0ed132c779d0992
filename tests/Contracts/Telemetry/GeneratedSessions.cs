using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>Sessions as players and crooks have them, and verdicts on some: all that goes through the hub of a few videos in an hour or so.</summary>
internal sealed class GeneratedSessions(Random random)
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 29, 23, 20, 0, TimeSpan.Zero);

    public IReadOnlyList<TelemetryRecord> Take(int sessions) => [.. Enumerable.Range(0, sessions).SelectMany(Session)];

    private IEnumerable<TelemetryRecord> Session(int number)
    {
        var video = random.Next(2);
        var claims = new SessionClaims
        {
            SessionId = $"ses_{number}",
            AssetId = $"asset_{video}",
            PlaybackId = $"play_{video}",
            OwnerId = "user_1",
            ChannelId = video == 0 ? "channel_1" : null,
            DurationSeconds = video == 0 ? 40.5 : null,
            StartedAt = Begin.AddMilliseconds(random.Next(3_600_000)),
            Viewer = (ulong)random.Next(4),
            Country = random.Next(2) == 0 ? "DE" : "FR",
            Device = random.Next(12) == 0 ? DeviceKind.Bot : DeviceKind.Desktop,
            Source = (TrafficSource)random.Next(6),
            Bucket = video == 1 && random.Next(3) == 0 ? 7 : 0,
        };
        var told = Events(claims.StartedAt.ToUnixTimeMilliseconds());
        for (var at = 0; at < told.Count;)
        {
            var count = random.Next(1, 4);
            List<PlaybackEvent> some = [.. told.Skip(at).Take(count)];
            // Some of a beacon come again with the next, by another clock.
            if (at > 0 && random.Next(4) == 0)
                some.Insert(0, told[at - 1] with { At = told[at - 1].At + random.Next(90_000) });
            yield return new BeaconRecord(claims, new PlayerInfo("p", random.Next(5) == 0 ? "2" : "1", "native"), some[^1].At + 100, some)
            {
                Cdn = random.Next(3) switch { 0 => null, 1 => "a.example", _ => "b.example" },
            };
            at += count;
        }

        for (var verdicts = random.Next(8) - 5; verdicts > 0; verdicts--)
            yield return new VerdictRecord(claims.SessionId, claims.AssetId, claims.Bucket, random.Next(2) == 0, "viewer_cap", random.Next(3));
    }

    private List<PlaybackEvent> Events(long at)
    {
        var events = new List<PlaybackEvent> { new(1, PlaybackEventType.Attempt, at, default) };
        var totals = default(PlaybackTotals);
        var fails = random.Next(10) == 0;
        for (var seq = 2; seq < 2 + random.Next(8) && !(fails && seq == 2); seq++)
        {
            var passed = random.Next(40_000);
            at += passed;
            // Once in a while more than there was time for.
            var watched = random.Next(25) == 0 ? 600_000 : random.Next(passed + 1);
            totals = totals with
            {
                WatchedMs = totals.WatchedMs + watched,
                StalledMs = totals.StalledMs + (random.Next(3) == 0 ? random.Next(9000) : 0),
                Stalls = totals.Stalls + random.Next(2),
                BitrateMs = totals.BitrateMs + (watched * random.Next(300, 6000)),
                Bytes = totals.Bytes + random.Next(1_000_000),
                DroppedFrames = totals.DroppedFrames + random.Next(3),
                Watched = totals.Watched | WatchedParts.FromBits(UInt128.MaxValue << random.Next(100)),
            };
            events.Add(new PlaybackEvent(seq, seq == 2 ? PlaybackEventType.Playing : PlaybackEventType.Heartbeat, at, totals)
            {
                StartupMs = seq == 2 ? random.Next(9000) : null,
                Position = random.Next(60),
            });
        }

        if (random.Next(3) == 0)
            events.Add(new PlaybackEvent(events.Count + 1, PlaybackEventType.Error, at + 10, totals) { Code = "e", Fatal = random.Next(2) == 0 });
        if (random.Next(2) == 0)
            events.Add(new PlaybackEvent(events.Count + 1, random.Next(2) == 0 ? PlaybackEventType.Ended : PlaybackEventType.Exit, at + 20, totals));
        return events;
    }
}
