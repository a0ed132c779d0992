namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>The platform's clock, which stands where the simulated day is.</summary>
internal sealed class DayClock(DateTimeOffset start) : TimeProvider
{
    private long _milliseconds = start.ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(_milliseconds);

    /// <summary>Never back.</summary>
    public void MoveTo(long milliseconds) => _milliseconds = Math.Max(_milliseconds, milliseconds);
}
