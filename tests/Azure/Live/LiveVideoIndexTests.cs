using StreamPlatform.Azure.Search;
using StreamPlatform.Domain.Search;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real service, where there is one.</summary>
public sealed class LiveVideoIndexTests(LiveVideoIndexTests.OwnersIndex search) : VideoIndexContract, IClassFixture<LiveVideoIndexTests.OwnersIndex>
{
    private protected override IVideoIndex Index => new AiSearchVideoIndex(search.Client);

    /// <summary>The service tells nobody when a write can be found; it takes a second or two.</summary>
    private protected override Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(4));

    public sealed class OwnersIndex() : LiveSearch("videos");
}
