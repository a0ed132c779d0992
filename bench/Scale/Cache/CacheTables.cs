using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>The runs that the page shows.</summary>
internal sealed class CacheTables
{
    private const double Terabyte = 1e12;
    private static readonly double[] Demands = [10, 1, 0.1];

    /// <summary>
    /// What is signed: a catalogue that viewers are let into, a tenth of the sheet's hours in views of 20 minutes, at one of
    /// 190 points of presence.
    /// </summary>
    public static readonly Audience Protected = new()
    {
        Name = "5,000 protected titles",
        Catalogue = 5e3,
        ViewsPerHour = 65_000,
        ViewMinutes = 20,
        VideoMinutes = 30,
        CacheBytes = 50 * Terabyte,
    };

    /// <summary>What everybody uploads, were it signed as well: all of the sheet's load at one of 190 points of presence.</summary>
    public static readonly Audience Everything = new() { Name = "100 million uploads", Catalogue = 100e6, ViewsPerHour = 1_640_000, CacheBytes = 500 * Terabyte };

    /// <summary>As the platform signs.</summary>
    private static readonly SignatureScheme Platform = new SignatureScheme.Bucketed(SignatureBuckets.Length, true);

    /// <summary>By scheme, for protected titles.</summary>
    public IReadOnlyList<CacheResult> Schemes { get; } = Together(
    [
        (Protected, new SignatureScheme.Unsigned()),
        (Protected, Platform),
        (Protected, new SignatureScheme.Bucketed(SignatureBuckets.Length, false)),
        (Protected, Buckets(60, true)),
        (Protected, Buckets(60, false)),
        (Protected, Buckets(15, true)),
        (Protected, Buckets(15, false)),
        (Protected, Buckets(5, true)),
        (Protected, Buckets(5, false)),
        (Protected, new SignatureScheme.PerViewer()),
    ]);

    public CacheResult Unsigned => Schemes[0];

    public CacheResult Bucketed => Schemes[1];

    public CacheResult Hourly => Schemes[3];

    public CacheResult PerViewer => Schemes[^1];

    public string ByScheme() => SheetTables.Table(
        "| signatures | hit rate (bytes) | against unsigned | origin, mean | origin, busiest minute against mean |\n|---|---|---|---|---|",
        Schemes.Select(result => FormattableString.Invariant(
            $"| {result.Scheme} | {result.HitRate:0.000} | {result.HitRate / Unsigned.HitRate:0.000} | {result.OriginBits / 1e9:0.0} Gbit/s | {result.OriginPeak:0.0} |")));

    /// <summary>Where which bucket is long enough.</summary>
    public static string ByAudience()
    {
        Audience[] audiences = [.. new[] { Protected, Everything }.SelectMany(_ => Demands, (audience, demand) =>
            audience with { ViewsPerHour = audience.ViewsPerHour * demand, CacheBytes = audience.CacheBytes * demand })];
        SignatureScheme[] schemes = [new SignatureScheme.Unsigned(), Buckets(60, true), Buckets(360, true), Platform];
        var results = Together([.. audiences.SelectMany(_ => schemes, (audience, scheme) => (audience, scheme))]).Chunk(schemes.Length).ToList();
        return SheetTables.Table(
            "| catalogue | views an hour | cache | hit rate, unsigned | against it: 1 h | 6 h | 12 h |\n|---|---|---|---|---|---|---|",
            audiences.Zip(results, (audience, of) => FormattableString.Invariant(
                $"| {audience.Name} | {audience.ViewsPerHour:#,0} | {SheetTables.Shown(audience.CacheBytes / Terabyte)} TB | {of[0].HitRate:0.000} | {Ratio(of, 1):0.000} | {Ratio(of, 2):0.000} | {Ratio(of, 3):0.000} |")));
    }

    private static double Ratio(CacheResult[] results, int scheme) => results[scheme].HitRate / results[0].HitRate;

    private static SignatureScheme Buckets(int minutes, bool spread) => new SignatureScheme.Bucketed(TimeSpan.FromMinutes(minutes), spread);

    private static CacheResult[] Together(IReadOnlyList<(Audience Audience, SignatureScheme Scheme)> runs) =>
        [.. runs.AsParallel().AsOrdered().Select(run => CacheSimulation.Run(run.Audience, run.Scheme))];
}
