using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// The words that videos have, without accents, each with how many have it: what a word can be corrected to or completed by.
/// A word goes with the last video that has it.
/// </summary>
internal static class SlotTerms
{
    /// <summary>Looked at when a word is unfinished.</summary>
    private const int MostCompletions = 8;

    private const int MostCorrections = 4;

    public static IEnumerable<string> Of(IndexedVideo video) => new[] { video.Title, video.ChannelName }.Concat(video.Tags)
        .SelectMany(SearchText.FoldedWords)
        .Where(word => word.Length >= Spelling.ShortestKnown && !SearchText.IsUnspaced(word[0]))
        .Distinct(StringComparer.Ordinal);

    public static void Add(SqliteConnection db, string slot, string term)
    {
        if (db.Execute($"UPDATE terms_{slot} SET documents = documents + 1 WHERE term = $1", term) == 1)
        {
            return;
        }

        db.Execute($"INSERT INTO terms_{slot} VALUES ($1, 1)", term);
        foreach (var variant in Spelling.Variants(term))
        {
            db.Execute($"INSERT INTO variants_{slot} VALUES ($1, $2)", variant, term);
        }
    }

    public static void Remove(SqliteConnection db, string slot, string term)
    {
        db.Execute($"UPDATE terms_{slot} SET documents = documents - 1 WHERE term = $1", term);
        if (db.Execute($"DELETE FROM terms_{slot} WHERE term = $1 AND documents = 0", term) == 1)
        {
            foreach (var variant in Spelling.Variants(term))
            {
                db.Execute($"DELETE FROM variants_{slot} WHERE variant = $1 AND term = $2", variant, term);
            }
        }
    }

    /// <summary>How many videos have the word; 0 for none.</summary>
    public static long Count(SqliteConnection db, string slot, string word) =>
        db.QueryFirst($"SELECT documents FROM terms_{slot} WHERE term = $1", row => row.GetInt64(0), word);

    /// <summary>Words one edit away, those that most videos have first.</summary>
    public static IReadOnlyList<string> Corrections(SqliteConnection db, string slot, string word)
    {
        if (word.Length is < Spelling.ShortestCorrected or > SearchText.LongestWord)
        {
            return [];
        }

        var near = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var variant in Spelling.Variants(word))
        {
            foreach (var term in db.Query($"SELECT term FROM variants_{slot} WHERE variant = $1", row => row.GetString(0), variant))
            {
                if (term != word && !near.ContainsKey(term) && Spelling.IsNear(word, term))
                {
                    near[term] = Count(db, slot, term);
                }
            }
        }

        return [.. near.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(MostCorrections).Select(entry => entry.Key)];
    }

    /// <summary>Words that begin so, those that most videos have first.</summary>
    public static IReadOnlyList<string> Completions(SqliteConnection db, string slot, string beginning) =>
        beginning.Length < Spelling.ShortestKnown
            ? []
            : db.Query(
                $"SELECT term FROM terms_{slot} WHERE term > $1 AND term < $2 ORDER BY documents DESC, term LIMIT {MostCompletions}",
                row => row.GetString(0),
                beginning,
                beginning + '\uffff');
}
