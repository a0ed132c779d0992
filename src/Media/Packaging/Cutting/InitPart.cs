namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// The initialization segment of a rendition, normalised: one track, no clock, no encoder name, so that every chunk of a
/// rendition gives the same bytes. Comes before the rendition's first segment.
/// </summary>
/// <param name="Codecs">Codecs parameter (RFC 6381).</param>
/// <param name="Timescale">Ticks a second of all segments of the rendition.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
public sealed record InitPart(string Rendition, string Codecs, int Timescale, string Hash, ReadOnlyMemory<byte> Bytes)
    : CutPart(Rendition);
