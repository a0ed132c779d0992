using StreamPlatform.Domain.Accounts;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveUsageStoreTests(LiveCosmos cosmos) : UsageStoreContract
{
    private protected override IUsageStore Store => cosmos.Get<IUsageStore>();
}
