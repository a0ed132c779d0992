using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>All sessions of a day and what comes of them at the platform, in the order in which it comes.</summary>
internal sealed class SimulatedDay(DayPlan plan, DateTimeOffset day)
{
    private const int HammeringViewers = 24, HammeredVideos = 2;

    private readonly Viewership _viewership = new(plan);
    private readonly Random _random = new(plan.Seed + 1);

    /// <summary>In the order of their beginnings, spread over the day with an evening peak; none within its last hours, so that all end within it.</summary>
    public IEnumerable<SimulatedSession> Sessions()
    {
        var starts = Enumerable.Range(0, plan.Sessions).Select(_ => StartOf()).Order().ToArray();
        return starts.Select((start, n) => Watching.Of(Session(n, start), _random));
    }

    /// <summary>What comes when.</summary>
    /// <param name="truth">Told of each session as it begins.</param>
    public IEnumerable<Delivery> Deliveries(Action<SimulatedSession> truth)
    {
        var underway = new PriorityQueue<Delivery, (long, int)>();
        var order = 0;
        foreach (var session in Sessions())
        {
            truth(session);
            while (underway.TryPeek(out var next, out _) && next.ArrivesMs <= session.StartMs)
                yield return underway.Dequeue();
            foreach (var delivery in Delivery.Of(session, plan, _random))
                underway.Enqueue(delivery, (delivery.ArrivesMs, order++));
        }

        while (underway.TryDequeue(out var rest, out _))
            yield return rest;
    }

    /// <summary>What the platform would sign of a session.</summary>
    public static SessionClaims ClaimsOf(SimulatedSession session) => new()
    {
        SessionId = session.Id,
        AssetId = session.Video.AssetId,
        PlaybackId = "play_" + session.Video.AssetId,
        OwnerId = session.Video.OwnerId,
        ChannelId = session.Video.ChannelId,
        DurationSeconds = session.Video.DurationSeconds,
        StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(session.StartMs),
        Viewer = session.Viewer.Id,
        Country = session.Viewer.Country,
        Device = session.Sort == PlayerSort.Bot ? DeviceKind.Bot : session.Viewer.Device,
        Suspicions = session.Sort == PlayerSort.Bot ? Suspicions.BotUserAgent : Suspicions.None,
    };

    private long StartOf()
    {
        double hour;
        do
            hour = _random.NextDouble() * 21;
        while (_random.NextDouble() > 0.3 + (0.7 * Math.Exp(-Math.Pow((hour - 19) / 3, 2))));
        return day.ToUnixTimeMilliseconds() + (long)(hour * 3_600_000);
    }

    private SimulatedSession Session(int n, long start)
    {
        var id = $"ses_{n:x8}";
        var sort = SortOf(_random.NextDouble());
        return sort == PlayerSort.Hammerer
            ? new SimulatedSession(id, sort, _viewership.Viewers[(int)(start / 3_600_000 % HammeringViewers)], _viewership.Videos[_random.Next(HammeredVideos)], start)
            : new SimulatedSession(id, sort, _viewership.Viewers[_random.Next(_viewership.Viewers.Count)], _viewership.AVideo(_random), start);
    }

    private PlayerSort SortOf(double luck) =>
        (luck -= plan.Bots) < 0 ? PlayerSort.Bot
        : (luck -= plan.Liars) < 0 ? PlayerSort.Liar
        : (luck -= plan.Forgers) < 0 ? PlayerSort.Forger
        : luck - plan.Hammerers < 0 ? PlayerSort.Hammerer
        : PlayerSort.Honest;
}
