namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>
/// What one point of presence is asked for. Of a catalogue too large to simulate, one video in <see cref="Sample"/> stands
/// for its neighbours by rank, with their mean popularity; demand and cache are as many times smaller.
/// </summary>
internal sealed record Audience
{
    public required string Name { get; init; }

    /// <summary>Videos that anybody watches.</summary>
    public required double Catalogue { get; init; }

    /// <summary>Popularity falls with rank to this power (Zipf).</summary>
    public double Exponent { get; init; } = 0.9;

    /// <summary>Views begun an hour at this point of presence.</summary>
    public required double ViewsPerHour { get; init; }

    /// <summary>Bytes of its cache.</summary>
    public required double CacheBytes { get; init; }

    /// <summary>Minutes that a view plays on average: exponential, cut at the video's end.</summary>
    public double ViewMinutes { get; init; } = 8;

    /// <summary>Median minutes of a video: log-normal.</summary>
    public double VideoMinutes { get; init; } = 10;

    public double VideoSpread { get; init; } = 0.9;

    /// <summary>Bytes a minute and share of views of each rendition: 1080p, 720p, 480p, 360p.</summary>
    public IReadOnlyList<(long BytesPerMinute, double Share)> Renditions { get; init; } =
        [(36_000_000, 0.45), (21_000_000, 0.3), (11_000_000, 0.15), (5_500_000, 0.1)];

    /// <summary>Views simulated an hour.</summary>
    public double SimulatedViewsPerHour { get; init; } = 4_000;

    public int WarmUpHours { get; init; } = 12;

    public int MeasuredHours { get; init; } = 12;

    public ulong Seed { get; init; } = 20_260_101;

    public double Sample => Math.Max(1, ViewsPerHour / SimulatedViewsPerHour);
}
