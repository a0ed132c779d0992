using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>Somebody who watches.</summary>
/// <param name="ClockOffsetMs">By how much their clock is wrong.</param>
/// <param name="StallEveryMs">How long they watch between two stalls, on average.</param>
internal sealed record SimulatedViewer(ulong Id, string Country, DeviceKind Device, long ClockOffsetMs, double StallEveryMs);

/// <summary>Something that is watched.</summary>
internal sealed record SimulatedVideo(string AssetId, string OwnerId, string ChannelId, double DurationSeconds);

/// <summary>Who watches what: few videos have most of the views (Zipf), some viewers bad networks and some wrong clocks.</summary>
internal sealed class Viewership
{
    private static readonly string[] Countries = ["US", "IN", "BR", "DE", "JP", "ID", "MX", "FR", "GB", "NG"];
    private static readonly DeviceKind[] Devices = [DeviceKind.Mobile, DeviceKind.Mobile, DeviceKind.Desktop, DeviceKind.Tv, DeviceKind.Tablet];

    private readonly double[] _reach;

    public Viewership(DayPlan plan)
    {
        var random = new Random(plan.Seed);
        Viewers = [.. Enumerable.Range(0, plan.Viewers).Select(n => new SimulatedViewer(
            (ulong)n,
            Countries[(int)(Countries.Length * random.NextDouble() * random.NextDouble())],
            Devices[random.Next(Devices.Length)],
            random.NextDouble() < plan.WrongClocks ? random.Next(-72 * 3600, 72 * 3600) * 1000L : random.Next(-2_000, 2_000),
            random.NextDouble() < 0.1 ? 45_000 : 600_000))];
        Videos = [.. Enumerable.Range(0, plan.Videos).Select(n => new SimulatedVideo($"asset_{n}", $"user_{n % 97}", $"chan_{n % 97}", Math.Clamp(Spread(random, 5.4, 1), 15, 7200)))];
        _reach = new double[plan.Videos];
        for (var n = 0; n < plan.Videos; n++)
            _reach[n] = (n > 0 ? _reach[n - 1] : 0) + (1 / Math.Pow(n + 1, 0.9));
    }

    public IReadOnlyList<SimulatedViewer> Viewers { get; }

    public IReadOnlyList<SimulatedVideo> Videos { get; }

    public SimulatedVideo AVideo(Random random)
    {
        var at = Array.BinarySearch(_reach, random.NextDouble() * _reach[^1]);
        return Videos[Math.Min(at < 0 ? ~at : at, Videos.Count - 1)];
    }

    /// <summary>Log-normal.</summary>
    public static double Spread(Random random, double mean, double deviation) =>
        Math.Exp(mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));
}
