using StreamPlatform.Domain.Telemetry.Sketches;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>What came together in a window: figures, sketches, and for hours and days figures by country and the like. Windows merge in any order.</summary>
/// <param name="grain">How long the window is.</param>
/// <param name="start">When it begins.</param>
public sealed class WindowAggregate(Grain grain, DateTimeOffset start)
{
    /// <summary>Labels of one breakdown; what comes beyond counts under <see cref="OtherLabel"/>.</summary>
    public const int MaxLabels = 500;

    public const string OtherLabel = "other";

    private static readonly int Breakdowns = Enum.GetValues<Breakdown>().Length;

    private readonly Dictionary<string, Counters>?[] _rows = new Dictionary<string, Counters>?[Breakdowns];

    /// <summary>Of each breakdown the row that was asked for last, which most often is asked for next.</summary>
    private readonly (string Label, Counters Counters)[] _last = grain == Grain.Minute ? [] : new (string, Counters)[Breakdowns];

    public Grain Grain => grain;

    public DateTimeOffset Start => start;

    /// <summary>Of all together.</summary>
    public Counters Totals { get; internal set; } = new();

    /// <summary>Milliseconds from attempts to first pictures.</summary>
    public DDSketch Startup { get; internal set; } = new();

    /// <summary>Average bitrates of plays in kbit/s; of hours and days.</summary>
    public DDSketch Bitrate { get; internal set; } = new();

    /// <summary>Different viewers whose sessions became views, by the time when these began.</summary>
    public HyperLogLog Viewers { get; internal set; } = new();

    /// <summary>A sample of those of them who can be known again another day; of days of the platform alone.</summary>
    public KMinimumValues Lasting { get; internal set; } = new();

    /// <summary>How many plays watched each of the title's 100 parts; empty where none did. Of hours and days.</summary>
    public IReadOnlyList<long> Retention => Parts;

    internal long[] Parts { get; set; } = [];

    /// <summary>The figures by label; empty for minutes.</summary>
    public IReadOnlyDictionary<string, Counters> By(Breakdown breakdown) => Rows(breakdown);

    public long this[Metric metric] => Totals[metric];

    /// <summary>Waiting per time watched or waited, 0 to 1.</summary>
    public double RebufferRatio => Share(this[Metric.StalledMs], this[Metric.WatchedMs] + this[Metric.StalledMs]);

    /// <summary>In kbit/s.</summary>
    public double AverageBitrate => Share(this[Metric.BitrateMs], this[Metric.WatchedMs]);

    public TimeSpan AverageViewDuration => TimeSpan.FromMilliseconds(Share(this[Metric.ViewedMs], this[Metric.Views]));

    /// <summary>Null where no session has a score.</summary>
    public double? Score => this[Metric.Scored] > 0 ? (double)this[Metric.ScoreSum] / this[Metric.Scored] : null;

    /// <summary>Adds all of another window, be it of another time, subject or part of one.</summary>
    public void MergeWith(WindowAggregate other)
    {
        Totals.MergeWith(other.Totals);
        Startup.MergeWith(other.Startup);
        Bitrate.MergeWith(other.Bitrate);
        Viewers.MergeWith(other.Viewers);
        Lasting.MergeWith(other.Lasting);
        for (var part = 0; part < other.Parts.Length; part++)
            AddPart(part, other.Parts[part]);
        foreach (var breakdown in Enum.GetValues<Breakdown>())
            foreach (var (label, counters) in other.Rows(breakdown))
                Row(breakdown, label).MergeWith(counters);
    }

    internal Dictionary<string, Counters> Rows(Breakdown breakdown) => _rows[(int)breakdown] ??= new(StringComparer.Ordinal);

    internal Counters Row(Breakdown breakdown, string label)
    {
        ref var last = ref _last[(int)breakdown];
        if (!ReferenceEquals(last.Label, label))
            last = (label, FindRow(breakdown, label));
        return last.Counters;
    }

    private Counters FindRow(Breakdown breakdown, string label)
    {
        var rows = Rows(breakdown);
        if (rows.TryGetValue(label, out var counters))
            return counters;
        if (rows.Count >= MaxLabels && label != OtherLabel)
            return FindRow(breakdown, OtherLabel);
        rows.Add(label, counters = new Counters());
        return counters;
    }

    internal void AddParts(UInt128 parts, int count)
    {
        for (var part = 0; parts != 0 && part < WatchedParts.Count; part++)
        {
            if (((parts >> (WatchedParts.Count - 1 - part)) & 1) != 0)
                AddPart(part, count);
        }
    }

    private void AddPart(int part, long count)
    {
        if (Parts.Length == 0)
            Parts = new long[WatchedParts.Count];
        Parts[part] += count;
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
