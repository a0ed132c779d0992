using System.Globalization;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>Where windows begin, how long they are kept, and under which ids their order is that of time.</summary>
public static class Windows
{
    public static readonly TimeSpan MinutesKept = TimeSpan.FromHours(48);
    public static readonly TimeSpan HoursKept = TimeSpan.FromDays(90);

    private static readonly int[] Lengths = [1, 60, 1440];

    /// <summary>The first minute, since 1970, of the window that a minute is in.</summary>
    internal static int StartOf(Grain grain, int minute) => minute - (minute % Lengths[(int)grain]);

    internal static int LengthOf(Grain grain) => Lengths[(int)grain];

    /// <summary>When the window of an id begins.</summary>
    internal static DateTimeOffset TimeOf(string id) => DateTimeOffset.ParseExact(
        id,
        [.. Enum.GetValues<Grain>().Select(FormatOf)],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    internal static DateTimeOffset TimeOf(int minute) => DateTimeOffset.FromUnixTimeSeconds(60L * minute);

    internal static int MinuteOf(DateTimeOffset time) => (int)(time.ToUnixTimeSeconds() / 60);

    /// <summary>The document of the window that begins then: <c>m|202611292205</c>, <c>h|2026112922</c>, <c>d|20261129</c>.</summary>
    internal static string IdOf(Grain grain, int start) => TimeOf(start).UtcDateTime.ToString(FormatOf(grain), CultureInfo.InvariantCulture);

    internal static DateTimeOffset? ExpiryOf(Grain grain, int start) => grain switch
    {
        Grain.Minute => TimeOf(start) + MinutesKept,
        Grain.Hour => TimeOf(start) + HoursKept,
        _ => null,
    };

    private static string FormatOf(Grain grain) => grain switch { Grain.Minute => "'m|'yyyyMMddHHmm", Grain.Hour => "'h|'yyyyMMddHH", _ => "'d|'yyyyMMdd" };
}
