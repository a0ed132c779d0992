using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Videos that begin as is typed, and videos like another.</summary>
internal static class SlotRelated
{
    /// <summary>The latest that begin so, among which the popular are sought.</summary>
    private const int MostBeginning = 300;

    /// <summary>Words that more videos have make none like another.</summary>
    private const int MostOfWord = 1500;

    private const int MostWords = 6;

    public static IReadOnlyList<string> Suggest(SqliteConnection db, string slot, string typed, int limit, long now)
    {
        List<string> words = [.. SearchText.FoldedWords(typed).Take(VideoQuery.MaxWords)];
        if (words.Count == 0)
        {
            return [];
        }

        var found = Beginning(db, slot, words.ConvertAll<IReadOnlyList<string>>(word => [word]), limit, now);
        return found.Count > 0 ? found : Beginning(db, slot, words.ConvertAll(word => Corrected(db, slot, word)), limit, now);
    }

    public static IReadOnlyList<PublicHit> Like(SqliteConnection db, string slot, IndexedVideo video, int limit, long now)
    {
        var words = SlotTerms.Of(video with { ChannelName = "" })
            .Select(word => (Word: word, Count: SlotTerms.Count(db, slot, word)))
            .Where(each => each.Count is > 0 and <= MostOfWord)
            .OrderBy(each => each.Count).ThenBy(each => each.Word, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(each => each.Word)
            .ToList();
        var all = new SlotRanking(db, slot, SlotFilter.Of(slot, VideoFilters.None), now);
        var alike = words.Count == 0 ? [] : all.ByScore(FtsMatch.Any(words), limit * 2);
        var channel = Latest(db, slot, new VideoFilters(Channel: video.ChannelId), limit, now);
        var category = video.Category is null ? [] : Latest(db, slot, new VideoFilters(Category: video.Category), limit, now);
        var best = ReciprocalRank.Fuse(alike, channel).Concat(category).Distinct().Take(limit + 1).ToList();
        return [.. SlotHits.Read(db, slot, best, null).Where(hit => hit.AssetId != video.AssetId).Take(limit)];
    }

    private static IReadOnlyList<long> Latest(SqliteConnection db, string slot, VideoFilters filters, int limit, long now) =>
        new SlotRanking(db, slot, SlotFilter.Of(slot, filters), now).Sorted(null, SearchSort.Date, limit);

    private static IReadOnlyList<string> Beginning(SqliteConnection db, string slot, List<IReadOnlyList<string>> words, int limit, long now) => db.Query(
        $"""
        SELECT d.asset_id FROM (SELECT rowid AS id FROM beginnings_{slot} WHERE beginnings_{slot} MATCH $2 ORDER BY rowid DESC LIMIT {MostBeginning}) b
        JOIN facts_{slot} f ON f.id = b.id JOIN documents_{slot} d ON d.id = b.id
        ORDER BY {Boost.Sql} DESC, f.id DESC LIMIT $3
        """,
        row => row.GetString(0),
        now,
        FtsMatch.Beginnings(words),
        limit);

    private static IReadOnlyList<string> Corrected(SqliteConnection db, string slot, string word) =>
        SlotTerms.Count(db, slot, word) == 0 && SlotTerms.Corrections(db, slot, word) is { Count: > 0 } corrections ? corrections : [word];
}
