namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>What led a viewer to a video.</summary>
public enum TrafficSource
{
    /// <summary>Its address was opened, or nothing is known.</summary>
    Direct,

    /// <summary>Another page of the platform.</summary>
    Internal,

    /// <summary>A search, on the platform or elsewhere.</summary>
    Search,

    Social,

    /// <summary>The player in somebody else's page.</summary>
    Embed,

    /// <summary>A link on another site.</summary>
    External,
}
