using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Catalog;

/// <summary>A pointer and where it is kept.</summary>
internal sealed record PlacedPointer(CosmosContainer Container, ItemKey Key, AssetPointer Pointer)
{
    public (CosmosContainer Container, ItemKey Key) Place => (Container, Key);
}
