namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>One figure of a day: as it truly was and as it was counted.</summary>
/// <param name="Bound">How far, as a share of the truth, it may be off.</param>
internal sealed record DayFigure(string Name, double Simulated, double Counted, double Bound)
{
    public double Deviation => (Counted / Simulated) - 1;

    public bool IsWithin => Math.Abs(Deviation) <= Bound;
}
