namespace StreamPlatform.Bench.Scale.Backlog;

/// <summary>Items a second over time.</summary>
internal sealed record Arrivals(string Key, string Name, Func<int, double> PerSecond)
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    public static Arrivals Steady(double rate) => new("steady", "steady", _ => rate);

    /// <summary>The second hour brings ten times as much.</summary>
    public static Arrivals Burst(double rate) => new("burst", "10 times for an hour", second => second is >= Hour and < 2 * Hour ? 10 * rate : rate);

    /// <summary>A sine over the day, from a fifth to 1.8 times the mean.</summary>
    public static Arrivals Daily(double rate) => new("daily", "daily cycle", second => rate * (1 - 0.8 * Math.Cos(2 * Math.PI * second / Day)));
}
