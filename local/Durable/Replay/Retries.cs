namespace StreamPlatform.Local.Durable;

/// <summary>Repeats failed calls, as part of the orchestrator: waits are durable timers and survive restarts.</summary>
internal static class Retries
{
    public static Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskRetryOptions? rule, Func<Task<T>> call) =>
        rule is null ? call() : RepeatAsync(context, rule, call);

    private static async Task<T> RepeatAsync<T>(
        TaskOrchestrationContext context, TaskRetryOptions rule, Func<Task<T>> call)
    {
        var started = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            TaskFailedException failure;
            try
            {
                return await call();
            }
            catch (TaskFailedException failed)
            {
                failure = failed;
            }

            var elapsed = context.CurrentUtcDateTime - started;
            var again = rule.Policy is { } policy
                ? await WaitAsync(context, policy, attempt, elapsed)
                : await rule.Handler!(new(context, attempt, failure.FailureDetails, elapsed, CancellationToken.None));
            if (!again)
                throw failure;
        }
    }

    private static async Task<bool> WaitAsync(
        TaskOrchestrationContext context, RetryPolicy policy, int attempt, TimeSpan elapsed)
    {
        if (attempt >= policy.MaxNumberOfAttempts)
            return false;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout)
            return false;
        await context.CreateTimer(Delay(policy, attempt), CancellationToken.None);
        return true;
    }

    /// <summary>The wait after the given failed attempt.</summary>
    internal static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(365) : policy.MaxRetryInterval;
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return ticks >= longest.Ticks ? longest : TimeSpan.FromTicks((long)ticks);
    }
}
