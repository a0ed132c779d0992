using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing;

/// <summary>An item's marker, as its workflow hears of it: who ended and, when it failed, why.</summary>
public sealed record ItemEnd(string ItemId, AssetFailure? Failure = null);
