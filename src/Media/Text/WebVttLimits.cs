namespace StreamPlatform.Media.Text;

/// <summary>What a text track may hold: many times a long film's.</summary>
internal static class WebVttLimits
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int MostCues = 50_000;
    public const int MostCharactersPerCue = 10_000;
    public const int MostBlocks = 100;

    /// <summary>A hundred hours.</summary>
    public const long LatestMilliseconds = 360_000_000;
}
