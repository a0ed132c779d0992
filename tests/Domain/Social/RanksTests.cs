using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Social;

public sealed class RanksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void There_is_always_room_between_two(int seed)
    {
        var luck = new Random(seed);
        var ranks = new List<string>();
        for (var i = 0; i < 2000; i++)
        {
            var at = luck.Next(4) switch { 0 => 0, 1 => ranks.Count, 2 => ranks.Count / 2, _ => luck.Next(ranks.Count + 1) };
            ranks.Insert(at, Ranks.Between(at == 0 ? null : ranks[at - 1], at == ranks.Count ? null : ranks[at]));
        }

        Assert.Equal(ranks.Order(StringComparer.Ordinal), ranks);
        Assert.Equal(ranks.Count, ranks.Distinct().Count());
        Assert.All(ranks, rank => Assert.DoesNotContain(rank[8..], fraction => fraction is < '0' or > 'z'));
    }

    [Fact]
    public void At_either_end_ranks_do_not_grow()
    {
        var (first, last) = (Ranks.Between(null, null), Ranks.Between(null, null));
        for (var i = 0; i < 20_000; i++)
            (first, last) = (Ranks.Between(null, first), Ranks.Between(last, null));

        Assert.Equal((8, 8), (first.Length, last.Length));
    }

    [Theory]
    [InlineData("00000010", "00000011")]
    [InlineData("00000010", "00000010V")]
    [InlineData("0000001zz", "00000020")]
    [InlineData(null, "00000001")]
    [InlineData("zzzzzzzz", null)]
    public void Many_are_spread_in_order_whatever_room_there_is(string? after, string? before)
    {
        var ranks = Ranks.Spread(after, before, 97);

        Assert.Equal(ranks.Order(StringComparer.Ordinal), ranks);
        Assert.All(ranks, rank => Assert.True((after is null || string.CompareOrdinal(after, rank) < 0) && (before is null || string.CompareOrdinal(rank, before) < 0)));
        Assert.InRange(ranks.Max(rank => rank.Length), 8, 14);
    }

    /// <summary>As <see cref="PlaylistItems"/> does it: neighbours are spread where a rank gets long.</summary>
    [Fact]
    public void A_full_playlist_that_was_filled_at_one_place_has_ranks_that_can_be_stored()
    {
        const int crowd = 98;
        var ranks = new List<string> { Ranks.Between(null, null), Ranks.Between(Ranks.Between(null, null), null) };
        while (ranks.Count < Playlist.MostItems)
        {
            var rank = Ranks.Between(ranks[0], ranks[1]);
            if (rank.Length <= Ranks.Long)
            {
                ranks.Insert(1, rank);
                continue;
            }

            var following = ranks.Skip(1).Take(crowd).ToList();
            var spread = Ranks.Spread(ranks[0], following.Count < crowd ? null : following[^1], following.Count < crowd ? following.Count + 1 : crowd);
            ranks.RemoveRange(1, spread.Length - 1);
            ranks.InsertRange(1, spread);
        }

        Assert.Equal(ranks.Order(StringComparer.Ordinal), ranks);
        Assert.InRange(ranks.Max(rank => rank.Length), 8, ListPlace.LongestSort);
    }
}
