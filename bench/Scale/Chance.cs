namespace StreamPlatform.Bench.Scale;

/// <summary>SplitMix64: the same numbers from the same seed on every runtime.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Next() => (Spread.Mix(_state += 0x9E3779B97F4A7C15) >> 11) * (1.0 / (1UL << 53));

    /// <summary>How many of a Poisson process come when <paramref name="mean"/> come on average; by the normal above 50.</summary>
    public int Poisson(double mean)
    {
        if (mean > 50)
            return Math.Max(0, (int)Math.Round(mean + Math.Sqrt(mean) * Normal()));
        var (count, product) = (0, Next());
        for (var limit = Math.Exp(-mean); product > limit; count++)
            product *= Next();
        return count;
    }

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());
}
