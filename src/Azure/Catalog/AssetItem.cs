using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Catalog;

internal sealed record AssetItem : DocumentItem
{
    public override string Type => "asset";
}
