namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>By what the windows of hours and days are told apart besides.</summary>
/// <remarks>Stored by number: new ones come at the end.</remarks>
public enum Breakdown
{
    /// <summary>Two letters; <c>ZZ</c> where it isn't known.</summary>
    Country,

    /// <summary>A word of <see cref="Sessions.DeviceKind"/>.</summary>
    Device,

    /// <summary><c>name version engine</c>.</summary>
    Player,

    /// <summary>The host that segments came from; empty where the player didn't say.</summary>
    Cdn,

    /// <summary>A word of <see cref="Sessions.TrafficSource"/>.</summary>
    Source,
}
