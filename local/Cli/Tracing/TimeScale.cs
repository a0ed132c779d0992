namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>
/// Where an instant of a trace is drawn, from 0 to 1. A wait in which nothing ran and that is longer than all that did run (an
/// upload of an hour, a revision kept for a day) is drawn short: the rest could not be seen beside it.
/// </summary>
internal sealed class TimeScale
{
    /// <summary>What a wait drawn short takes, as a part of everything that ran.</summary>
    private const double ShortWait = 0.05;

    /// <summary>Instants, in order, and how far in each is, in drawn microseconds.</summary>
    private readonly List<(long At, double Drawn)> _points = [];

    /// <param name="busy">When something ran, from and to, in microseconds.</param>
    public TimeScale(IEnumerable<(long From, long To)> busy)
    {
        var stretches = Union(busy);
        var ran = Math.Max(1, stretches.Sum(stretch => stretch.To - stretch.From));
        var drawn = 0.0;
        foreach (var (from, to) in stretches)
        {
            if (_points.Count > 0)
            {
                var wait = from - _points[^1].At;
                if (wait > ran)
                {
                    Waits.Add((_points[^1].At, from));
                }

                drawn += wait > ran ? ran * ShortWait : wait;
            }

            _points.Add((from, drawn));
            drawn += to - from;
            _points.Add((to, drawn));
        }
    }

    /// <summary>The waits that are drawn short.</summary>
    public List<(long From, long To)> Waits { get; } = [];

    public double Of(long instant)
    {
        var after = _points.FindIndex(point => point.At >= instant);
        if (after <= 0)
        {
            return after == 0 ? 0 : 1;
        }

        var ((fromAt, fromDrawn), (toAt, toDrawn)) = (_points[after - 1], _points[after]);
        var part = toAt == fromAt ? 0 : (instant - fromAt) / (double)(toAt - fromAt);
        return (fromDrawn + part * (toDrawn - fromDrawn)) / Math.Max(1, _points[^1].Drawn);
    }

    private static List<(long From, long To)> Union(IEnumerable<(long From, long To)> spans)
    {
        var union = new List<(long From, long To)>();
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (union.Count > 0 && span.From <= union[^1].To)
            {
                union[^1] = (union[^1].From, Math.Max(union[^1].To, span.To));
            }
            else
            {
                union.Add(span);
            }
        }

        return union;
    }
}
