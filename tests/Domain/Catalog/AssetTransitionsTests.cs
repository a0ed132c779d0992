using StreamPlatform.Domain.Catalog;
using static StreamPlatform.Domain.Catalog.AssetEvent;
using static StreamPlatform.Domain.Catalog.AssetState;

namespace StreamPlatform.Domain.Tests.Catalog;

public sealed class AssetTransitionsTests
{
    private static readonly Dictionary<AssetEvent, (AssetState[] From, AssetState To)> Expected = new()
    {
        [SourceCommitted] = ([AwaitingUpload, Probing, AwaitingApproval, AssetState.Processing, Ready, AssetState.Failed, Cancelled], Probing),
        [Planned] = ([Probing], AssetState.Processing),
        [CostExceeded] = ([Probing], AwaitingApproval),
        [CostApproved] = ([AwaitingApproval], AssetState.Processing),
        [Published] = ([AssetState.Processing], Ready),
        [AssetEvent.Failed] = ([AwaitingUpload, Probing, AwaitingApproval, AssetState.Processing], AssetState.Failed),
        [CancelRequested] = ([AwaitingUpload, Probing, AwaitingApproval, AssetState.Processing], Cancelled),
        [ReprocessRequested] = ([Ready, AssetState.Failed, Cancelled], Probing),
        [DeleteRequested] = ([AwaitingUpload, Probing, AwaitingApproval, AssetState.Processing, Ready, AssetState.Failed, Cancelled], Deleting),
        [Erased] = ([Deleting], Deleted),
        [UploadExpired] = ([AwaitingUpload], AssetState.Failed),
    };

    public static TheoryData<AssetState, AssetEvent> EveryPair()
    {
        var pairs = new TheoryData<AssetState, AssetEvent>();
        foreach (var from in Enum.GetValues<AssetState>())
        {
            foreach (var on in Enum.GetValues<AssetEvent>())
            {
                pairs.Add(from, on);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Every_pair_leads_where_it_should_or_nowhere(AssetState from, AssetEvent on)
    {
        AssetState? expected = Expected[on].From.Contains(from) ? Expected[on].To : null;

        Assert.Equal(expected, AssetTransitions.Next(from, on));
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_pair_that_leads_nowhere_is_refused_with_the_state_in_words(AssetState from, AssetEvent on)
    {
        var error = AssetErrors.WrongState("asset_1", from, AssetErrors.Describe(on));

        Assert.Equal(("asset.wrong_state", 409), (error.Code, error.Status));
        Assert.EndsWith($"is {AssetErrors.Describe(from)}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_every_state_an_asset_can_be_deleted_for_good() => Assert.All(
        Enum.GetValues<AssetState>(),
        from => Assert.True(from is Deleting or Deleted || AssetTransitions.Next(from, DeleteRequested) == Deleting));
}
