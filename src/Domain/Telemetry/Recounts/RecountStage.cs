namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What a recount does, one after the other: each needs all of the one before.</summary>
public enum RecountStage
{
    /// <summary>Which windows of the day are stored, so that those that shouldn't be are found too.</summary>
    Places,

    /// <summary>The archive is divided into slices.</summary>
    Spread,

    /// <summary>Videos are counted, compared and repaired, a slice a step.</summary>
    Videos,

    /// <summary>Channels and the platform are, from what the videos' slices left.</summary>
    Followers,

    /// <summary>What was given to players is read, an hour a step.</summary>
    Fetched,

    /// <summary>It is held against what they told.</summary>
    Matched,
}
