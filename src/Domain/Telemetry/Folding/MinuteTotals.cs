namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>What a session had come to by the end of a minute in which it told something.</summary>
internal struct MinuteTotals(int minute, FlowTotals totals)
{
    private FlowTotals _totals = totals;

    /// <summary>Minutes since 1970.</summary>
    public readonly int Minute => minute;

    public readonly FlowTotals Totals => _totals;

    /// <inheritdoc cref="FlowTotals.RaiseTo"/>
    public bool Raise(in FlowTotals totals) => _totals.RaiseTo(totals);
}
