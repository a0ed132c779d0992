using System.Globalization;
using System.Reflection;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Reads retry attributes. As on Azure they serve timer and Event Hub functions; the other triggers retry by redelivery.</summary>
internal static class RetryReader
{
    public static RetryPlan? Read(MethodInfo method, FunctionTrigger trigger, Action<string> fault)
    {
        var fixedDelay = method.GetCustomAttribute<FixedDelayRetryAttribute>();
        var exponential = method.GetCustomAttribute<ExponentialBackoffRetryAttribute>();
        if (fixedDelay is null && exponential is null)
            return null;
        if (fixedDelay is not null && exponential is not null)
            fault("has two retry attributes");
        if (trigger is not (TimerFunctionTrigger or EventHubFunctionTrigger))
            fault("retry attributes apply to timer and Event Hub functions only; this trigger retries by redelivery");

        return fixedDelay is not null
            ? Plan(fixedDelay.MaxRetryCount, fixedDelay.DelayInterval, fixedDelay.DelayInterval, fault)
            : Plan(exponential!.MaxRetryCount, exponential.MinimumInterval, exponential.MaximumInterval, fault);
    }

    private static RetryPlan? Plan(int count, string minimum, string maximum, Action<string> fault)
    {
        if (count < -1)
            fault($"{count} is not a retry count");
        if (Interval(minimum) is { } least && Interval(maximum) is { } most && least <= most)
            return new RetryPlan(count, least, most);
        fault($"retry delays '{minimum}' to '{maximum}' aren't a range of hh:mm:ss times");
        return null;
    }

    private static TimeSpan? Interval(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value) && value >= TimeSpan.Zero ? value : null;
}
