using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>A beacon on its way. Times are the platform's.</summary>
internal sealed record Delivery(SimulatedSession Session, IReadOnlyList<PlaybackEvent> Events, long SentMs, long ArrivesMs)
{
    private const long ReplayAfterMs = 600_000;

    /// <summary>What a player sends of a session, and what the network makes of it.</summary>
    public static IEnumerable<Delivery> Of(SimulatedSession session, DayPlan plan, Random random)
    {
        var offline = Offline(session, plan, random);
        foreach (var events in Gathered(session.Events))
        {
            var sent = offline is { } gone && events[^1].At >= gone.From && events[^1].At < gone.To ? gone.To : events[^1].At;
            var arrives = sent + random.Next(20, 400) + (random.NextDouble() < plan.Overtaken ? DayPlan.HeartbeatMs * DayPlan.HeartbeatsPerBeacon : 0);
            if (random.NextDouble() < plan.Lost)
                continue;
            var delivery = new Delivery(session, events, sent, arrives);
            yield return delivery;
            if (random.NextDouble() < plan.Replayed)
                yield return delivery with { ArrivesMs = arrives + ReplayAfterMs };
        }
    }

    private static IEnumerable<IReadOnlyList<PlaybackEvent>> Gathered(IReadOnlyList<PlaybackEvent> events)
    {
        var (first, heartbeats) = (0, 0);
        for (var n = 0; n < events.Count; n++)
        {
            if (events[n].Type == PlaybackEventType.Heartbeat)
                heartbeats++;
            if (heartbeats < DayPlan.HeartbeatsPerBeacon && n < events.Count - 1 && events[n].Type != PlaybackEventType.Playing && n - first < 90)
                continue;
            yield return [.. events.Skip(first).Take(n + 1 - first)];
            (first, heartbeats) = (n + 1, 0);
        }
    }

    private static (long From, long To)? Offline(SimulatedSession session, DayPlan plan, Random random)
    {
        if (random.NextDouble() >= plan.Offline)
            return null;
        var from = session.StartMs + random.Next(5_000, 120_000);
        return (from, from + random.Next(60_000, 300_000));
    }
}
