namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What is wrong with a stored window.</summary>
public enum DriftKind
{
    /// <summary>It isn't there.</summary>
    Missing,

    /// <summary>Nothing that the archive has belongs into it.</summary>
    Foreign,

    /// <summary>It tells something else.</summary>
    Different,
}
