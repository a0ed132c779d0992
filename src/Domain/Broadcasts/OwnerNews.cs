using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Broadcasts;

/// <summary>Something happened to one of an owner's assets: enough to know what to read again.</summary>
/// <param name="Type">One of <see cref="VideoEvents"/>.</param>
public sealed record OwnerNews(string Type, string AssetId, AssetState Status, int Revision, DateTimeOffset OccurredAt);
