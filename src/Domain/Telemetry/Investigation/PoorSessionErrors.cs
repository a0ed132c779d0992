namespace StreamPlatform.Domain.Telemetry.Investigation;

/// <summary>What can be wrong with a question for poor sessions.</summary>
public static class PoorSessionErrors
{
    /// <summary>It went well, is older than 30 days, or others took its place among the samples.</summary>
    public static Error NotFound() => new("telemetry.sample_not_found", 404, "There is no such session among the samples of that day. Samples are kept for 30 days, some of each day.");
}
