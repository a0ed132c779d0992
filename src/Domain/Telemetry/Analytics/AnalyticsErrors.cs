namespace StreamPlatform.Domain.Telemetry.Analytics;

/// <summary>What can be wrong with a question to analytics.</summary>
public static class AnalyticsErrors
{
    /// <summary>A choice that there isn't.</summary>
    public static Error QueryInvalid(string name, string wanted) => new("analytics.query_invalid", 400, $"The query's {name} must be {wanted}.");
}
