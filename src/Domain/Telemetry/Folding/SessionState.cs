using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>
/// All that is known of a playback session. It is a function of the set of what was told of it: the same in whatever order
/// that came, and however often. Not for several threads at once.
/// </summary>
public sealed class SessionState
{
    /// <summary>How many events other than heartbeats are kept: those of the lowest numbers.</summary>
    public const int MaxTimeline = 100;

    private SessionLabels? _labels;

    /// <summary>Sorted by their minutes; each holds the most that any event up to its end told.</summary>
    internal List<MinuteTotals> Minutes { get; } = [];

    internal List<PlaybackEvent> Events { get; } = [];

    internal SessionFlags Flags { get; set; }

    /// <summary>The number of the event that told <see cref="StartupMs"/>.</summary>
    internal int StartupSeq { get; set; }

    internal Told? PlayerTold { get; set; }

    internal Told? CdnTold { get; set; }

    /// <summary>The most that an implausible event told.</summary>
    internal long ImplausibleMs { get; set; }

    /// <summary>Null while nothing but a verdict has come.</summary>
    public SessionClaims? Claims { get; internal set; }

    /// <summary>Which parts of the title were watched.</summary>
    public WatchedParts Watched { get; internal set; }

    /// <summary>From the attempt to the first picture.</summary>
    public int? StartupMs { get; internal set; }

    /// <summary>The newest.</summary>
    public Verdict? Verdict { get; internal set; }

    /// <summary>The position in the title that the event with the highest number told, in seconds; null where none did.</summary>
    public double? Position { get; internal set; }

    /// <summary>The number of the event that told <see cref="Position"/>.</summary>
    public int PositionSeq { get; internal set; }

    /// <summary>When the newest event happened, in milliseconds since 1970.</summary>
    public long LastAt { get; internal set; }

    /// <summary>What happened but for heartbeats, by number; totals are left out of what was stored.</summary>
    public IReadOnlyList<PlaybackEvent> Timeline => Events;

    /// <summary><c>name version engine</c>, as the earliest event told; empty where none did.</summary>
    public string Player => PlayerTold?.Text ?? "";

    /// <summary>The host that segments came from; empty where no player said.</summary>
    public string Cdn => CdnTold?.Text ?? "";

    public long WatchedMs => Total(Metric.WatchedMs);

    public bool HasStarted => Flags.HasFlag(SessionFlags.Started);

    public bool HasEnded => Flags.HasFlag(SessionFlags.Ended);

    public bool HasFailed => Flags.HasFlag(SessionFlags.Failed);

    /// <summary>It counts apart.</summary>
    public bool IsQuarantined => Claims is not null && QuarantineRules.Quarantines(Claims, Flags, Verdict);

    /// <summary>It watched long enough to be a view, whether it counts or not.</summary>
    public bool IsView => WatchedMs is > 0 and var watched && watched >= LeastViewMs(Claims?.DurationSeconds);

    /// <summary>See <see cref="ExperienceScore"/>.</summary>
    public int? Score => ExperienceScore.Of(Flags, StartupMs, Totals);

    /// <summary>What it counts under; there once claims are.</summary>
    internal SessionLabels Labels => _labels = SessionLabels.Of(this, _labels);

    internal FlowTotals Totals => Minutes.Count > 0 ? Minutes[^1].Totals : default;

    /// <summary>What the session came to, of a metric that flows.</summary>
    public long Total(Metric flow) => Minutes.Count > 0 ? Minutes[^1].Totals[(int)flow] : 0;

    /// <summary>How much of a title must be watched for a view: 30 seconds, or half of one that is shorter than a minute.</summary>
    internal static long LeastViewMs(double? durationSeconds) =>
        (long)Math.Min(30_000, (durationSeconds ?? double.MaxValue) * 500);
}
