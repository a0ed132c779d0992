namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>A media segment: EXTINF, its URI and the EXT-X-MAP in force (RFC 8216bis, 4.4.4).</summary>
/// <param name="Seconds">Duration, to the microsecond.</param>
/// <param name="MapUri">URI of the init segment; null without one.</param>
/// <param name="Range">The part of the resource; null for all of it.</param>
internal sealed record HlsSegment(decimal Seconds, string Uri, string? MapUri, HlsByteRange? Range = null);
