using StreamPlatform.Domain.Live;
using static StreamPlatform.Domain.Live.LiveStreamEvent;
using static StreamPlatform.Domain.Live.LiveStreamState;

namespace StreamPlatform.Domain.Tests.Live;

public sealed class LiveStreamTransitionsTests
{
    private static readonly Dictionary<LiveStreamEvent, (LiveStreamState[] From, LiveStreamState To)> Expected = new()
    {
        [Admitted] = ([Idle], Active),
        [Ended] = ([Active], Idle),
        [Lapsed] = ([Active], Idle),
        [LiveStreamEvent.Disabled] = ([Idle, Active], LiveStreamState.Disabled),
        [Enabled] = ([LiveStreamState.Disabled], Idle),
    };

    public static TheoryData<LiveStreamState, LiveStreamEvent> EveryPair()
    {
        var pairs = new TheoryData<LiveStreamState, LiveStreamEvent>();
        foreach (var from in Enum.GetValues<LiveStreamState>())
        {
            foreach (var on in Enum.GetValues<LiveStreamEvent>())
            {
                pairs.Add(from, on);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Every_pair_leads_where_it_should_or_nowhere(LiveStreamState from, LiveStreamEvent on)
    {
        LiveStreamState? expected = Expected[on].From.Contains(from) ? Expected[on].To : null;

        Assert.Equal(expected, LiveStreamTransitions.Next(from, on));
    }
}
