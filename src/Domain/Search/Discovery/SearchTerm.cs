using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>One of the things that a search wants found.</summary>
/// <param name="Word">Without accents; a phrase where one has synonyms, and of a script without spaces.</param>
/// <param name="Alternatives">What counts as it, words and phrases: as typed, without accents, and its synonyms.</param>
public sealed record SearchTerm(string Word, IReadOnlyList<string> Alternatives)
{
    /// <summary>Several words, or letters of a script without spaces: there is nothing to correct.</summary>
    public bool IsPhrase => Word.Any(letter => letter == ' ' || SearchText.IsUnspaced(letter));

    public static IReadOnlyList<SearchTerm> Parse(string text, Synonyms synonyms)
    {
        List<string> words = [.. SearchText.Words(text.Length > VideoQuery.MaxText ? text[..VideoQuery.MaxText] : text).Take(VideoQuery.MaxWords)];
        List<string> folded = [.. words.Select(SearchText.Fold)];
        var terms = new List<SearchTerm>();
        for (var i = 0; i < words.Count;)
        {
            var (length, others) = LongestFrom(folded, i, synonyms);
            var (typed, word) = (string.Join(' ', words.Skip(i).Take(length)), string.Join(' ', folded.Skip(i).Take(length)));
            terms.Add(new SearchTerm(word, [.. new[] { word, typed }.Concat(others).Distinct(StringComparer.Ordinal)]));
            i += length;
        }

        return terms;
    }

    private static (int Length, IReadOnlyList<string> Others) LongestFrom(List<string> words, int start, Synonyms synonyms)
    {
        for (var length = Math.Min(synonyms.LongestPhrase, words.Count - start); length > 0; length--)
        {
            if (synonyms.Of(string.Join(' ', words.Skip(start).Take(length))) is { Count: > 0 } others)
            {
                return (length, others);
            }
        }

        return (1, []);
    }
}
