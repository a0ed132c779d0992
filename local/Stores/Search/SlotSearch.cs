using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// One search in a slot. First what has every word in title, tags or channel's name, a word that no video has being corrected or
/// completed. When that is little, descriptions count too; when it is nothing, words one edit away also for known ones; and when
/// that is nothing too, what has some of the words, or runs of three letters of them. Rankings are fused.
/// </summary>
internal sealed class SlotSearch(SqliteConnection db, string slot, PublicQuery query, long now)
{
    /// <summary>Fewer hits than these are filled up from descriptions.</summary>
    private const int Enough = 10;

    /// <summary>Words that more videos have are not looked for by themselves.</summary>
    private const int MostOfAny = 2000;

    private readonly SlotFilter _filter = SlotFilter.Of(slot, query.Filters);

    /// <exception cref="Domain.InvalidCursorException">The cursor is none that this index gave.</exception>
    public PublicHits Run()
    {
        var seen = SearchCursor.Read(query.Page.Cursor);
        var terms = query.Terms();
        var ways = terms.Select((term, i) => WaysOf(term, i == terms.Count - 1)).ToList();
        var match = terms.Count == 0 ? null : FtsMatch.All(ways);
        var (hits, table) = Find(terms, ways, match, Math.Max(seen + query.Page.Limit, Enough) + 1);
        var page = hits.Skip(seen).Take(query.Page.Limit).ToList();
        var counts = !query.Facets ? default
            : table is null ? SlotCounts.OfHits(db, slot, hits)
            : SlotCounts.OfMatches(db, slot, _filter, table, match);
        return new PublicHits(
            SlotHits.Read(db, slot, page, match is null ? null : FtsMatch.Any(ways.SelectMany(way => way))),
            SearchCursor.Write(seen + page.Count, hits.Count > seen + page.Count),
            query.Facets ? counts.Total : null,
            counts.Facets);
    }

    /// <summary>Ids in order, and the table in which what matches has to be counted; null when the ids are all.</summary>
    private (IReadOnlyList<long> Hits, string? Table) Find(IReadOnlyList<SearchTerm> terms, List<IReadOnlyList<string>> ways, string? match, int limit)
    {
        var titles = Ranking(SlotRanking.Titles);
        var hits = titles.Sorted(match, query.Sort, limit);
        if (match is null)
        {
            return (hits, SlotRanking.Titles);
        }

        var exact = query.Sort == SearchSort.Relevance ? titles.Exact(query.Text) : [];
        if (hits.Count >= Enough)
        {
            return (exact.Count == 0 ? hits : ReciprocalRank.Fuse(exact, hits), SlotRanking.Titles);
        }

        var all = Ranking(SlotRanking.All);
        var (strict, near) = (all.Sorted(match, query.Sort, limit), hits.Count + exact.Count > 0 ? [] : Near(titles, terms, ways));
        if (near.Count == 0 && (strict.Count > 0 || exact.Count > 0))
        {
            return (query.Sort == SearchSort.Relevance ? ReciprocalRank.Fuse(exact, hits, strict) : strict, SlotRanking.All);
        }

        IReadOnlyList<IReadOnlyList<long>> rest = near.Count + strict.Count > 0 ? [] : [AnyOf(titles, terms, ways), titles.ByTrigrams(query.Text)];
        return (titles.Resorted(ReciprocalRank.Fuse([exact, hits, strict, near, .. rest]), query.Sort), null);
    }

    private SlotRanking Ranking(string table) => new(db, slot, _filter, now, table);

    /// <summary>What counts as the term: itself, or where no video has it, what it was probably meant to be.</summary>
    private IReadOnlyList<string> WaysOf(SearchTerm term, bool isLast)
    {
        if (term.IsPhrase || term.Alternatives.Any(IsKnown))
        {
            return term.Alternatives;
        }

        var completions = isLast ? SlotTerms.Completions(db, slot, term.Word) : [];
        return completions.Count > 0 ? completions
            : SlotTerms.Corrections(db, slot, term.Word) is { Count: > 0 } corrections ? corrections
            : term.Alternatives;
    }

    /// <summary>A video has the word, or another form of it.</summary>
    private bool IsKnown(string word) =>
        SlotTerms.Count(db, slot, word) > 0
        || db.QueryFirst($"SELECT 1 FROM words_{slot} WHERE words_{slot} MATCH $1 LIMIT 1", row => row.GetInt64(0), FtsMatch.Phrase(word)) == 1;

    private IReadOnlyList<long> Near(SlotRanking ranking, IReadOnlyList<SearchTerm> terms, List<IReadOnlyList<string>> ways)
    {
        var wider = terms.Select((term, i) => term.IsPhrase ? ways[i] : [.. ways[i].Concat(SlotTerms.Corrections(db, slot, term.Word)).Distinct(StringComparer.Ordinal)]).ToList();
        return wider.Zip(ways).All(pair => pair.First.Count == pair.Second.Count) ? [] : ranking.ByScore(FtsMatch.All(wider));
    }

    private IReadOnlyList<long> AnyOf(SlotRanking ranking, IReadOnlyList<SearchTerm> terms, List<IReadOnlyList<string>> ways)
    {
        var rare = terms.Select((term, i) => ways[i].Where(way => SlotTerms.Count(db, slot, way) is > 0 and <= MostOfAny)).SelectMany(way => way).ToList();
        return terms.Count < 2 || rare.Count == 0 ? [] : ranking.ByScore(FtsMatch.Any(rare));
    }
}
