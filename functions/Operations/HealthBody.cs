using StreamPlatform.Domain.Operations;

namespace StreamPlatform.Functions.Operations;

/// <summary>How the platform is, as anyone may know it.</summary>
/// <param name="Concerns">What works and yet needs an operator.</param>
public sealed record HealthBody(HealthState Status, IReadOnlyList<HealthBody.Dependency> Dependencies, IReadOnlyList<HealthConcern> Concerns)
{
    public static HealthBody Of(HealthReport report) => new(
        report.State, [.. report.Dependencies.Select(dependency => new Dependency(dependency.Name, dependency.IsUp, Math.Round(dependency.Milliseconds, 1)))], report.Concerns);

    public sealed record Dependency(string Name, bool Up, double Milliseconds);
}
