using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>Lets a viewer watch: start-up, stalls, seeks, other rungs, and leaving early more often than late.</summary>
internal sealed class Watching(SimulatedSession session, Random random)
{
    private static readonly int[] Rungs = [400, 1_200, 2_800, 5_000];

    private readonly double _durationMs = session.Video.DurationSeconds * 1000;
    private long _now = session.StartMs;
    private double _positionMs;
    private int _kbps = Rungs[random.Next(Rungs.Length)];
    private PlaybackTotals _totals;

    public static SimulatedSession Of(SimulatedSession session, Random random)
    {
        new Watching(session, random).Run();
        return session;
    }

    private void Run()
    {
        _now += 150;
        Tell(PlaybackEventType.Attempt);
        var startup = (int)Math.Clamp(Viewership.Spread(random, 6.4, 0.8), 60, 60_000);
        var luck = random.NextDouble();
        if (luck < 0.03)
        {
            _now += startup / 2;
            Tell(luck < 0.01 ? PlaybackEventType.Error : PlaybackEventType.Exit);
        }
        else
        {
            _now += startup;
            session.StartupMs = startup;
            Tell(PlaybackEventType.Playing);
            Play();
        }

        session.Truth = _totals;
    }

    private void Play()
    {
        var leaveAfter = Math.Max(500, Exponential(_durationMs * 0.7));
        var (heartbeat, stall, seek, rung) = (NextHeartbeat(), Exponential(session.Viewer.StallEveryMs), Exponential(200_000), Exponential(60_000));
        while (true)
        {
            var watched = (double)_totals.WatchedMs;
            var next = Math.Min(Math.Min(Math.Min(heartbeat, stall), Math.Min(seek, rung)), Math.Min(leaveAfter, watched + _durationMs - _positionMs));
            Advance((long)Math.Ceiling(Math.Max(1, next - watched)));
            watched = _totals.WatchedMs;
            if (_positionMs >= _durationMs)
            {
                Tell(PlaybackEventType.Ended);
                return;
            }

            if (watched >= leaveAfter)
            {
                session.Failed = random.NextDouble() < 0.01;
                Tell(session.Failed ? PlaybackEventType.Error : PlaybackEventType.Exit);
                return;
            }

            if (watched >= stall)
            {
                Stall((long)Math.Clamp(Viewership.Spread(random, 6.5, 0.9), 100, 30_000));
                stall = watched + Exponential(session.Viewer.StallEveryMs);
            }
            else if (watched >= seek)
            {
                _positionMs = random.NextDouble() * _durationMs * 0.98;
                _totals = _totals with { Seeks = _totals.Seeks + 1 };
                Tell(PlaybackEventType.Seek);
                seek = watched + Exponential(200_000);
            }
            else if (watched >= rung)
            {
                _kbps = Rungs[random.Next(Rungs.Length)];
                _totals = _totals with { RungChanges = _totals.RungChanges + 1 };
                Tell(PlaybackEventType.Rung);
                rung = watched + Exponential(60_000);
            }
            else
            {
                Tell(PlaybackEventType.Heartbeat);
                heartbeat = NextHeartbeat();
            }
        }
    }

    private double NextHeartbeat() => _totals.WatchedMs + DayPlan.HeartbeatMs;

    private double Exponential(double mean) => _totals.WatchedMs - (mean * Math.Log(1 - random.NextDouble()));

    private void Advance(long milliseconds)
    {
        var (from, to) = (Part(_positionMs), Part(Math.Min(_positionMs + milliseconds, _durationMs) - 0.001));
        var parts = _totals.Watched;
        for (var part = from; part <= to; part++)
            parts = parts.With(part);
        _positionMs = Math.Min(_positionMs + milliseconds, _durationMs);
        _now += milliseconds;
        _totals = _totals with
        {
            WatchedMs = _totals.WatchedMs + milliseconds,
            BitrateMs = _totals.BitrateMs + (milliseconds * _kbps),
            Bytes = _totals.Bytes + (milliseconds * _kbps / 8),
            Watched = parts,
        };
    }

    private int Part(double positionMs) => Math.Clamp((int)(positionMs / _durationMs * WatchedParts.Count), 0, WatchedParts.Count - 1);

    private void Stall(long milliseconds)
    {
        _now += milliseconds;
        _totals = _totals with { StalledMs = _totals.StalledMs + milliseconds, Stalls = _totals.Stalls + 1 };
        Tell(PlaybackEventType.Stall, (int)milliseconds);
    }

    private void Tell(PlaybackEventType type, int? durationMs = null) => session.Events.Add(
        new PlaybackEvent(session.Events.Count + 1, type, _now, _totals)
        {
            Position = _positionMs / 1000,
            DurationMs = durationMs,
            StartupMs = type == PlaybackEventType.Playing ? session.StartupMs : null,
            From = type == PlaybackEventType.Seek ? 0 : null,
            To = type == PlaybackEventType.Seek ? _positionMs / 1000 : null,
            Height = type == PlaybackEventType.Rung ? 720 : null,
            Kbps = type == PlaybackEventType.Rung ? _kbps : null,
            Code = type == PlaybackEventType.Error ? "networkError" : null,
            Fatal = type == PlaybackEventType.Error ? true : null,
        });
}
