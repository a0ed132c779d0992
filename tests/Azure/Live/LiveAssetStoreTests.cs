using StreamPlatform.Domain.Catalog;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveAssetStoreTests(LiveCosmos cosmos) : AssetStoreContract
{
    private protected override IAssetStore Store => cosmos.Get<IAssetStore>();
}
