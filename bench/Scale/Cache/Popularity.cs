namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>Which video a view is of.</summary>
internal sealed class Popularity
{
    private readonly double[] _cumulative;

    private Popularity(double[] cumulative) => _cumulative = cumulative;

    public static Popularity Of(Audience audience)
    {
        var cumulative = new double[(int)Math.Ceiling(audience.Catalogue / audience.Sample)];
        for (var i = 0; i < cumulative.Length; i++)
            cumulative[i] = Integral((i + 1) * audience.Sample, audience.Exponent);
        return new Popularity(cumulative);
    }

    /// <param name="chance">0 ≤ x &lt; 1.</param>
    public int Pick(double chance)
    {
        var at = Array.BinarySearch(_cumulative, chance * _cumulative[^1]);
        return Math.Min(at >= 0 ? at + 1 : ~at, _cumulative.Length - 1);
    }

    /// <summary>Standard normal, the same for a video each time (Box and Muller).</summary>
    public static double Normal(int video) =>
        Math.Sqrt(-2 * Math.Log(1 - Spread.Of(2 * video))) * Math.Cos(2 * Math.PI * Spread.Of(2 * video + 1));

    /// <summary>Of rank to the power of −exponent, from half a rank on: close to the sum.</summary>
    private static double Integral(double rank, double exponent) =>
        (Math.Pow(rank + 0.5, 1 - exponent) - Math.Pow(0.5, 1 - exponent)) / (1 - exponent);
}
