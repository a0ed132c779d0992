namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>How long a video is, as people choose.</summary>
public enum DurationBand
{
    /// <summary>Under four minutes.</summary>
    Short,

    /// <summary>From four minutes, under twenty.</summary>
    Medium,

    /// <summary>From twenty minutes.</summary>
    Long,
}

/// <summary>Where bands begin.</summary>
public static class Bands
{
    /// <summary>Seconds.</summary>
    public const double Medium = 240;

    /// <summary>Seconds.</summary>
    public const double Long = 1200;

    /// <summary>Resolutions that people choose among, in lines, the largest first.</summary>
    public static IReadOnlyList<int> Lines { get; } = [2160, 1440, 1080, 720, 480, 360, 240];

    public static DurationBand Of(double seconds) => seconds < Medium ? DurationBand.Short : seconds < Long ? DurationBand.Medium : DurationBand.Long;

    /// <summary>From (inclusive) and to (exclusive), seconds.</summary>
    public static (double From, double To) Of(DurationBand band) => band switch
    {
        DurationBand.Short => (0, Medium),
        DurationBand.Medium => (Medium, Long),
        _ => (Long, double.MaxValue),
    };

    /// <summary>The largest of <see cref="Lines"/> that there are; 0 when there are fewer than the least.</summary>
    public static int LinesOf(int lines) => Lines.FirstOrDefault(band => lines >= band);
}
