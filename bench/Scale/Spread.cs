namespace StreamPlatform.Bench.Scale;

/// <summary>Mixes bits, so that what follows from a number looks like chance and is the same everywhere.</summary>
internal static class Spread
{
    /// <summary>Any number to 0 ≤ x &lt; 1.</summary>
    public static double Of(int number) => (Mix((ulong)number + 1) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The finalizer of SplitMix64.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
