using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing;

/// <summary>
/// An item's marker, as the workflow hears of it: who ended, and why it failed when it did. An <see cref="ItemId"/> of
/// null is a nudge: the asset was changed, look again.
/// </summary>
public sealed record ItemEnd(string? ItemId, AssetFailure? Failure = null)
{
    /// <summary>Wakes a workflow so that it finds at once what its sweep would find later.</summary>
    public static ItemEnd Nudge { get; } = new((string?)null);
}
