namespace StreamPlatform.Media.Live;

/// <summary>What a track says of itself before its first sample.</summary>
/// <param name="Init">The initialization segment.</param>
/// <param name="Codecs">RFC 6381.</param>
/// <param name="Timescale">Ticks a second.</param>
/// <param name="LongestPart">Ticks: EXT-X-PART-INF.</param>
/// <param name="Width">Pixels; 0 of sound.</param>
/// <param name="Channels">0 of pictures.</param>
public sealed record LiveHeader(ReadOnlyMemory<byte> Init, string Codecs, uint Timescale, long LongestPart, int Width, int Height, int Channels);
