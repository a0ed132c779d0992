namespace StreamPlatform.Domain.Operations;

/// <summary>How the platform is, from its dependencies.</summary>
public sealed record HealthReport(HealthState State, IReadOnlyList<DependencyHealth> Dependencies);

/// <summary>One dependency as it answered.</summary>
/// <param name="Name">What it is for, such as <c>media storage</c>.</param>
/// <param name="Milliseconds">Until it answered or was given up.</param>
/// <param name="Reason">Why it is down, for the log; never shown to strangers. Null when it is up.</param>
public sealed record DependencyHealth(string Name, bool IsUp, double Milliseconds, string? Reason);

public enum HealthState
{
    /// <summary>Everything answers.</summary>
    Healthy,

    /// <summary>Viewers are served, creators wait.</summary>
    Degraded,

    /// <summary>Viewers can't be served.</summary>
    Unhealthy,
}
