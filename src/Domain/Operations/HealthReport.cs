namespace StreamPlatform.Domain.Operations;

/// <summary>How the platform is, from its dependencies.</summary>
/// <param name="Concerns">What works and yet needs an operator; empty when all is well.</param>
public sealed record HealthReport(HealthState State, IReadOnlyList<DependencyHealth> Dependencies, IReadOnlyList<HealthConcern> Concerns);

/// <summary>One dependency as it answered.</summary>
/// <param name="Name">What it is for, such as <c>media storage</c>.</param>
/// <param name="Milliseconds">Until it answered or was given up.</param>
/// <param name="Reason">Why it is down, for the log; never shown to strangers. Null when it is up.</param>
public sealed record DependencyHealth(string Name, bool IsUp, double Milliseconds, string? Reason);

/// <summary>Something that works and yet needs an operator.</summary>
/// <param name="Code">Stable, such as <c>queue.old</c>.</param>
/// <param name="Reason">A sentence that anybody may read.</param>
public sealed record HealthConcern(string Code, string Reason);

public enum HealthState
{
    /// <summary>Everything answers.</summary>
    Healthy,

    /// <summary>Viewers are served; creators wait, or an operator had better look.</summary>
    Degraded,

    /// <summary>Viewers can't be served.</summary>
    Unhealthy,
}
