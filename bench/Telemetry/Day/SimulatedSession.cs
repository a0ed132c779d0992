using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>What sort of player a session has.</summary>
internal enum PlayerSort
{
    Honest,
    Bot,
    Liar,
    Forger,
    Hammerer,
}

/// <summary>A session as it truly went, and what its player has to tell of it.</summary>
/// <param name="StartMs">Platform's time, in milliseconds since 1970.</param>
internal sealed record SimulatedSession(string Id, PlayerSort Sort, SimulatedViewer Viewer, SimulatedVideo Video, long StartMs)
{
    /// <summary>In order. Their times are the platform's.</summary>
    public List<PlaybackEvent> Events { get; } = [];

    public PlaybackTotals Truth { get; set; }

    public int? StartupMs { get; set; }

    public bool Failed { get; set; }

    public bool IsView => Truth.WatchedMs > 0 && Truth.WatchedMs >= Math.Min(30_000, Video.DurationSeconds * 500);
}
