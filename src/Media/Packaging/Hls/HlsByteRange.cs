using System.Globalization;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>The part of a resource that is a segment, EXT-X-BYTERANGE (RFC 8216bis, 4.4.4.2); the offset is always written.</summary>
internal readonly record struct HlsByteRange(int Length, int Offset)
{
    /// <exception cref="ManifestException">It is no range with an offset.</exception>
    public static HlsByteRange Read(string text) => text.Split('@') is [var length, var offset]
        ? new HlsByteRange(HlsNumber.ReadWhole(length), HlsNumber.ReadWhole(offset))
        : throw new ManifestException($"EXT-X-BYTERANGE:{text} has no offset.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Length}@{Offset}");
}
