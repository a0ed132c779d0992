using StreamPlatform.Domain.Accounts;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveIdempotencyStoreTests(LiveCosmos cosmos) : IdempotencyStoreContract
{
    private protected override IIdempotencyStore Store => cosmos.Get<IIdempotencyStore>();
}
