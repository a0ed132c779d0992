namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>How large a simulated day is, and how much of it goes wrong. The same plan gives the same day.</summary>
internal sealed record DayPlan(int Sessions, int Viewers, int Videos, int Seed = 2026)
{
    /// <summary>Milliseconds between the heartbeats of a player that plays.</summary>
    public const int HeartbeatMs = 10_000;

    /// <summary>How many heartbeats a player gathers before it sends.</summary>
    public const int HeartbeatsPerBeacon = 3;

    /// <summary>Share of sessions whose player names itself a bot.</summary>
    public double Bots { get; init; } = 0.03;

    /// <summary>Share of sessions whose player tells of many times what it watched.</summary>
    public double Liars { get; init; } = 0.01;

    /// <summary>Share of sessions whose token somebody made up.</summary>
    public double Forgers { get; init; } = 0.01;

    /// <summary>Share of sessions that one of a few viewers begins, again and again, of the same few videos.</summary>
    public double Hammerers { get; init; } = 0.005;

    /// <summary>Share of beacons that somebody sends again some minutes later, as they were.</summary>
    public double Replayed { get; init; } = 0.02;

    /// <summary>Share of beacons that are lost on the way.</summary>
    public double Lost { get; init; } = 0.01;

    /// <summary>Share of beacons that come after the next one.</summary>
    public double Overtaken { get; init; } = 0.02;

    /// <summary>Share of sessions that are offline for some minutes and send later what they kept.</summary>
    public double Offline { get; init; } = 0.005;

    /// <summary>Share of viewers whose clock is wrong by hours or days.</summary>
    public double WrongClocks { get; init; } = 0.05;
}
