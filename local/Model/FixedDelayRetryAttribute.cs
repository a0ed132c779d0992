namespace StreamPlatform.Local.Model;

/// <summary>Runs a failed function again, up to a count (-1: for ever), always after the same delay (<c>hh:mm:ss</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute
{
    public int MaxRetryCount { get; } = maxRetryCount;

    public string DelayInterval { get; } = delayInterval;
}
