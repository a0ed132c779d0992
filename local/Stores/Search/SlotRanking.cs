using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Ids of videos that match, in an order. Of what very many match the latest are ranked, so that no search takes long.</summary>
internal sealed class SlotRanking(SqliteConnection db, string slot, SlotFilter filter, long now, string table = SlotRanking.Titles)
{
    /// <summary>Words of titles, tags and channels' names.</summary>
    public const string Titles = "titles";

    /// <summary>These and words of descriptions.</summary>
    public const string All = "words";

    /// <summary>Matches that are ranked.</summary>
    private const int MostRanked = 5000;

    /// <summary>Length of a ranking that is fused with others.</summary>
    private const int MostFused = 200;

    /// <summary>The part of a search's trigrams, by weight, that a title has to have.</summary>
    private const double LeastShared = 0.4;

    /// <summary>Titles looked at for one trigram; commoner ones tell little.</summary>
    private const int MostOfTrigram = 1500;

    private const int MostTrigrams = 24;

    /// <summary>How much words count in a title, tags, the channel's name, in title and tags without accents, and in the description.</summary>
    private string Score => $"bm25({table}_{slot}, 5.0, 3.0, 2.0, 5.0, 1.0)";

    /// <summary>All that match, in the wanted order, as far as the limit.</summary>
    /// <param name="match">Null for all videos.</param>
    public IReadOnlyList<long> Sorted(string? match, SearchSort sort, int limit) => sort switch
    {
        SearchSort.Relevance when match is not null => ByScore(match, limit),
        SearchSort.Relevance => Ids($"SELECT f.id FROM (SELECT * FROM facts_{slot} f WHERE {filter.Sql} ORDER BY f.id DESC LIMIT {MostRanked}) f ORDER BY {Boost.Sql} DESC, f.id DESC LIMIT $3", match, limit),
        _ => Ids($"SELECT f.id FROM {Matches(match)} AND {filter.Sql} ORDER BY {Order(sort, match)} LIMIT $3", match, limit),
    };

    /// <summary>These, in the wanted order.</summary>
    public IReadOnlyList<long> Resorted(IReadOnlyList<long> ids, SearchSort sort) => sort == SearchSort.Relevance
        ? ids
        : Ids($"SELECT f.id FROM facts_{slot} f WHERE f.id IN (SELECT value FROM json_each($2)) ORDER BY {Order(sort, null)} LIMIT $3", Json(ids), ids.Count, filtered: false);

    public IReadOnlyList<long> ByScore(string match, int limit = MostFused) => Ids(
        $"""
        SELECT f.id FROM (
          SELECT w.rowid AS id, {Score} AS score FROM {table}_{slot} w CROSS JOIN facts_{slot} f ON f.id = w.rowid
          WHERE {table}_{slot} MATCH $2 AND {filter.Sql} ORDER BY w.rowid DESC LIMIT {MostRanked}) m
        JOIN facts_{slot} f ON f.id = m.id
        ORDER BY round(m.score * {Boost.Sql}, 9), f.id DESC LIMIT $3
        """,
        match,
        limit);

    /// <summary>Titles that are what was typed, but for case, accents and signs.</summary>
    public IReadOnlyList<long> Exact(string text) => Ids(
        $"SELECT f.id FROM documents_{slot} d JOIN facts_{slot} f ON f.id = d.id WHERE d.title_key = $2 AND {filter.Sql} ORDER BY d.id DESC LIMIT $3", SearchText.Key(text), 50);

    /// <summary>Titles that share runs of three letters with what was typed, the rare ones counting most.</summary>
    public IReadOnlyList<long> ByTrigrams(string text)
    {
        var (scores, all) = (new Dictionary<long, double>(), 0.0);
        foreach (var trigram in Trigrams.Of(text).Take(MostTrigrams))
        {
            var titles = db.Query($"SELECT rowid FROM trigrams_{slot} WHERE trigrams_{slot} MATCH $1 ORDER BY rowid DESC LIMIT {MostOfTrigram}", row => row.GetInt64(0), $"\"{trigram}\"");
            var weight = 1 / Math.Log2(2 + titles.Count);
            all += weight;
            foreach (var title in titles)
            {
                scores[title] = scores.GetValueOrDefault(title) + weight;
            }
        }

        List<long> best = [.. scores.Where(entry => entry.Value >= all * LeastShared).OrderByDescending(entry => entry.Value).ThenByDescending(entry => entry.Key).Take(MostFused).Select(entry => entry.Key)];
        var kept = Ids($"SELECT f.id FROM facts_{slot} f WHERE f.id IN (SELECT value FROM json_each($2)) AND {filter.Sql} LIMIT $3", Json(best), MostFused).ToHashSet();
        return best.FindAll(kept.Contains);
    }

    private IReadOnlyList<long> Ids(string sql, string? match, int limit, bool filtered = true) => filtered
        ? filter.Query(db, sql, row => row.GetInt64(0), now, match, limit)
        : db.Query(sql, row => row.GetInt64(0), now, match, limit);

    private string Matches(string? match) => match is null
        ? $"facts_{slot} f WHERE 1"
        : $"{table}_{slot} w CROSS JOIN facts_{slot} f ON f.id = w.rowid WHERE {table}_{slot} MATCH $2";

    /// <summary>Full text comes in the order of its row ids by itself: they are the times of publication.</summary>
    private static string Order(SearchSort sort, string? match) => sort switch
    {
        SearchSort.Views => "f.views DESC, f.id DESC",
        SearchSort.Rating => "f.rating DESC, f.id DESC",
        _ => match is null ? "f.id DESC" : "w.rowid DESC",
    };

    private static string Json(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";
}
