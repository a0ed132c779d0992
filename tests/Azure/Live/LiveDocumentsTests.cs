using StreamPlatform.Domain.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveDocumentsTests(LiveCosmos cosmos) : DocumentsContract
{
    private protected override IDocuments Documents => cosmos.Get<IDocuments>();
}
