using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Processing.Duplicates;

/// <summary>Of what content an asset's original is; one an asset, found by its owner and content. Others' are never looked at.</summary>
/// <param name="Print">See <see cref="ContentPrint"/>.</param>
/// <param name="CreatedAt">The asset's: of two of the same content the older one is the original.</param>
public sealed record ContentRecord(string OwnerId, string AssetId, string Print, DateTimeOffset CreatedAt)
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    public static DocumentKind<ContentRecord> Kind { get; } = new("content", DocumentContainer.Catalog, record => KeyOf(record.OwnerId, record.AssetId))
    {
        PlaceOf = record => ListPlace.At(record.CreatedAt, record.Print),
    };

    public static DocumentKey KeyOf(string ownerId, string assetId) => new(ownerId, assetId);
}
