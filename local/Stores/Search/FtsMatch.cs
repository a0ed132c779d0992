using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// Writes what FTS5 looks for. Words hold letters, numbers and their marks alone, so quotes keep each of them from being read
/// as an operator; letters of scripts without spaces are words of a phrase.
/// </summary>
internal static class FtsMatch
{
    public static string Phrase(string words) => $"\"{SearchText.Spaced(words).Replace(SearchText.Gap, ' ')}\"";

    public static string Any(IEnumerable<string> phrases) => string.Join(" OR ", phrases.Distinct(StringComparer.Ordinal).Select(Phrase));

    /// <summary>Each of the terms in one of its ways.</summary>
    public static string All(IEnumerable<IReadOnlyList<string>> terms) => string.Join(" AND ", terms.Select(ways => ways.Count == 1 ? Phrase(ways[0]) : $"({Any(ways)})"));

    /// <summary>Every word, the last as a beginning, of a table that knows no phrases.</summary>
    public static string Beginnings(IReadOnlyList<IReadOnlyList<string>> words) => string.Join(
        " AND ",
        words.SkipLast(1).Select(ways => $"({string.Join(" OR ", ways.Select(Letters))})").Append($"({string.Join(" OR ", words[^1].Select(way => Letters(way) + "*"))})"));

    private static string Letters(string word) => $"{string.Join(" AND ", SearchText.Spaced(word).Split(SearchText.Gap).Select(part => $"\"{part}\""))}";
}
