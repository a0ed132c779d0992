using StreamPlatform.Azure.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real service, where there is one.</summary>
public sealed class LivePublicIndexTests(LivePublicIndexTests.PublicIndex search) : PublicIndexContract, IClassFixture<LivePublicIndexTests.PublicIndex>
{
    private protected override IPublicIndex Index => new AiSearchPublicIndex(new PublicIndexClients([search.Client]), TimeProvider.System);

    /// <summary>The service tells nobody when a write can be found; it takes a second or two.</summary>
    private protected override Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(4));

    public sealed class PublicIndex() : LiveSearch("public-videos");
}
