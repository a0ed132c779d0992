namespace StreamPlatform.Domain.Catalog;

/// <summary>One published rendition, as the API shows it. Bitrates in bits a second; sizes 0 for audio.</summary>
public sealed record AssetRendition(string Name, string Kind, string Codecs, int Width, int Height, long AverageBitrate, long PeakBitrate);
