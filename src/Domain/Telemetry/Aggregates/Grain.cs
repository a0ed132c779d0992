namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>How long a window is. Windows begin at whole multiples of it, in UTC.</summary>
public enum Grain
{
    /// <summary>Kept for <see cref="Windows.MinutesKept"/>.</summary>
    Minute,

    /// <summary>Kept for <see cref="Windows.HoursKept"/>.</summary>
    Hour,

    /// <summary>Kept.</summary>
    Day,
}
