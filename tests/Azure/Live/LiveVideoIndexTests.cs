using StreamPlatform.Domain.Search;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real service, where there is one.</summary>
public sealed class LiveVideoIndexTests(LiveSearch search) : VideoIndexContract, IClassFixture<LiveSearch>
{
    private protected override IVideoIndex Index => search.Index;

    /// <summary>The service tells nobody when a write can be found; it takes a second or two.</summary>
    private protected override Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(4));
}
