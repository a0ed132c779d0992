using StreamPlatform.Domain.Accounts;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveApiKeyStoreTests(LiveCosmos cosmos) : ApiKeyStoreContract
{
    private protected override IApiKeyStore Store => cosmos.Get<IApiKeyStore>();
}
