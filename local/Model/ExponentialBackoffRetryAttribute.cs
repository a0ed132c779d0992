namespace StreamPlatform.Local.Model;

/// <summary>Runs a failed function again, up to a count (-1: for ever), after delays that double from a minimum to a maximum (<c>hh:mm:ss</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) : Attribute
{
    public int MaxRetryCount { get; } = maxRetryCount;

    public string MinimumInterval { get; } = minimumInterval;

    public string MaximumInterval { get; } = maximumInterval;
}
