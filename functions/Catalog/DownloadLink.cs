namespace StreamPlatform.Functions.Catalog;

/// <summary>Where a rendition is asked for as one MP4 file.</summary>
public sealed record DownloadLink(string Rendition, string Url);
