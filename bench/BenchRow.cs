namespace StreamPlatform.Bench;

/// <summary>
/// One figure. <paramref name="Ratio"/> is value / baseline, the baseline being measured in the same run beside it (or a
/// published figure, where the row's name says so).
/// </summary>
public sealed record BenchRow(string Name, double Value, string Unit, double? Baseline, double? Ratio)
{
    public static BenchRow Against(string name, double value, string unit, double baseline) =>
        new(name, value, unit, baseline, value / baseline);
}
