namespace StreamPlatform.Orchestrations.Processing;

/// <summary>How long activities are tried again. Expected failures are values; only infrastructure and bugs get here.</summary>
internal static class Retries
{
    /// <summary>About two and a half minutes: a creator waits, and a bug must not look like a hang.</summary>
    public static TaskOptions Brisk { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10,
        firstRetryInterval: TimeSpan.FromSeconds(1),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromSeconds(30)));

    /// <summary>About a day: work is done or must be cleared away, and storage that is down or full is waited out.</summary>
    public static TaskOptions Patient { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 300,
        firstRetryInterval: TimeSpan.FromSeconds(1),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(5)));
}
