namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>A chapter as its owner gives it; it lasts until the next begins.</summary>
public sealed record AssetChapter(double StartSeconds, string Title);
