namespace StreamPlatform.Domain.Telemetry.Sketches;

/// <summary>The finaliser of SplitMix64 (Steele et al. 2014): one to one, and every bit depends on every other.</summary>
internal static class SplitMix64
{
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
