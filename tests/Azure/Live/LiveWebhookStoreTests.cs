using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveWebhookStoreTests(LiveCosmos cosmos) : WebhookStoreContract
{
    private protected override IWebhookStore Store => cosmos.Get<IWebhookStore>();
}
