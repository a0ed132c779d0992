namespace StreamPlatform.Domain.Tests.Telemetry.Sketches;

/// <summary>Values spread as measurements are, the same in every run.</summary>
internal static class Samples
{
    public static double[] Of(string shape, int count)
    {
        var random = new Random(20_26);
        return [.. Enumerable.Range(0, count).Select(_ => shape switch
        {
            // Start-up times, milliseconds.
            "log-normal" => Math.Exp(6.5 + (0.9 * Normal(random))),
            // How long people stay.
            "pareto" => Math.Pow(1 - random.NextDouble(), -1 / 1.2),
            "uniform" => 1 + (random.NextDouble() * 8_000),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
        })];
    }

    /// <summary>Box and Muller (1958).</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
