using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>
/// What was probably meant: each word that no hit has, replaced by the word one edit away that most hits have. It takes words
/// from the hits themselves, and so tells of nothing that they don't.
/// </summary>
public static class DidYouMean
{
    /// <summary>Null when nothing has to be replaced.</summary>
    /// <param name="hits">Texts of each hit, best first.</param>
    public static string? Of(string text, IReadOnlyList<IReadOnlyList<string>> hits)
    {
        List<HashSet<string>> found = [.. hits.Select(texts => texts.SelectMany(SearchText.FoldedWords).ToHashSet(StringComparer.Ordinal))];
        var words = SearchText.FoldedWords(text).Take(VideoQuery.MaxWords).ToList();
        var meant = words.ConvertAll(word => Correct(word, found));
        return meant.SequenceEqual(words) ? null : string.Join(' ', meant);
    }

    private static string Correct(string word, List<HashSet<string>> hits) =>
        word.Length < Spelling.ShortestCorrected || hits.Exists(hit => hit.Any(other => IsFormOf(word, other)))
            ? word
            : hits.SelectMany(hit => hit.Where(other => other.Length >= Spelling.ShortestKnown && Spelling.IsNear(word, other)))
                .GroupBy(other => other, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .FirstOrDefault()?.Key ?? word;

    /// <summary>A word that begins the other is no mistake, but unfinished, or another form of it.</summary>
    private static bool IsFormOf(string word, string other) =>
        other.Length >= Spelling.ShortestKnown && (word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal));
}
