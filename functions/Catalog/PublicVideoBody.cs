using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Functions.Catalog;

/// <summary>A video that anyone may find.</summary>
/// <param name="PublishedAt">Since when anyone may.</param>
/// <param name="WatchUrl">Its page.</param>
/// <param name="PosterUrl">A picture; absent of what has none.</param>
public sealed record PublicVideoBody(
    string PlaybackId, string Title, string? Description, VideoCategory? Category, double? DurationSeconds, DateTimeOffset PublishedAt, string WatchUrl, string? PosterUrl);
