namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>Makes one feed of several lists, by turns, so that no source and no channel fills it while there are others. The same lists make the same feed.</summary>
public static class MixFeed
{
    /// <summary>What one channel has in all, and in any <see cref="Span"/> places in a row, as long as there is anything else.</summary>
    public const int MostOfChannel = 8, MostOfChannelNearby = 2;

    public const int Span = 8;

    /// <param name="turns">Which list gives the next one, over and over; where it has none, the next in turn does.</param>
    /// <param name="lists">Each best first.</param>
    /// <param name="limit">The feed is no longer.</param>
    public static IReadOnlyList<Pick> Mix(IReadOnlyList<int> turns, IReadOnlyList<IReadOnlyList<Pick>> lists, int limit)
    {
        var left = lists.Select(list => list.ToList()).ToList();
        var (feed, taken) = (new List<Pick>(), new HashSet<string>(StringComparer.Ordinal));
        var ofChannel = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var turn = 0; feed.Count < limit; turn++)
        {
            var order = Enumerable.Range(turn, turns.Count).Select(at => left[turns[at % turns.Count]]).ToList();
            if ((Next(order, pick => Nearby(pick) < MostOfChannelNearby && OfChannel(pick) < MostOfChannel)
                ?? Next(order, pick => OfChannel(pick) < MostOfChannel)
                ?? Next(order, _ => true)) is not { } next)
            {
                break;
            }

            feed.Add(next);
            ofChannel[next.ChannelId] = OfChannel(next) + 1;
        }

        return feed;

        int OfChannel(Pick pick) => ofChannel.GetValueOrDefault(pick.ChannelId);

        int Nearby(Pick pick) => feed.TakeLast(Span - 1).Count(near => near.ChannelId == pick.ChannelId);

        // What must wait stays in its list.
        Pick? Next(IReadOnlyList<List<Pick>> order, Func<Pick, bool> suits)
        {
            foreach (var list in order)
            {
                list.RemoveAll(pick => taken.Contains(pick.AssetId));
                if (list.FindIndex(pick => suits(pick)) is var place and >= 0)
                {
                    taken.Add(list[place].AssetId);
                    return list[place];
                }
            }

            return null;
        }
    }
}
