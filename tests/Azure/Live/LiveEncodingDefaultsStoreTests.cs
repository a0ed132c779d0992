using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveEncodingDefaultsStoreTests(LiveCosmos cosmos) : EncodingDefaultsStoreContract
{
    private protected override IEncodingDefaultsStore Store => cosmos.Get<IEncodingDefaultsStore>();
}
