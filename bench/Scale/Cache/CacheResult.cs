namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>What came of one scheme.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="HitRate">Share of bytes that the cache had.</param>
/// <param name="OriginPeak">The origin's busiest minute against its mean.</param>
/// <param name="OriginBits">Bits a second that the origin gave on average, for all of the audience.</param>
internal sealed record CacheResult(string Scheme, double HitRate, double OriginPeak, double OriginBits);
