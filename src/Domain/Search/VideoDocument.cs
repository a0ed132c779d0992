using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search;

/// <summary>What is found of an asset.</summary>
/// <param name="PublishedAt">When its latest revision was published.</param>
public sealed record VideoDocument(string AssetId, string OwnerId, string Title, double DurationSeconds, DateTimeOffset PublishedAt)
{
    /// <summary>Null of an asset that nobody shall find: not published, in the trash, or going.</summary>
    public static VideoDocument? Of(Asset asset) =>
        asset is { PublishedRunId: not null, Trashed: null, State: not (AssetState.Deleting or AssetState.Deleted) }
            ? new VideoDocument(asset.Id, asset.OwnerId, asset.Title, asset.DurationSeconds ?? 0, asset.ReadyAt ?? asset.UpdatedAt)
            : null;
}
