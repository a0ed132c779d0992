using System.Collections.Frozen;
using System.Text.Json;

namespace StreamPlatform.Domain.Search.Text;

/// <summary>
/// Words and phrases that are asked for alike: <c>infra/search/videos-synonyms.json</c>, which the search service on Azure has
/// as its synonym map (format <c>solr</c>, equivalents alone).
/// </summary>
public sealed class Synonyms
{
    private const string Resource = "videos-synonyms.json";

    private readonly FrozenDictionary<string, IReadOnlyList<string>> _others;

    private Synonyms(IEnumerable<string[]> sets)
    {
        _others = sets
            .SelectMany(set => set.Select(phrase => (Phrase: phrase, Others: (IReadOnlyList<string>)[.. set.Where(other => other != phrase)])))
            .GroupBy(entry => entry.Phrase, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.SelectMany(entry => entry.Others).Distinct()], StringComparer.Ordinal);
        LongestPhrase = _others.Keys.Select(phrase => phrase.Count(letter => letter == ' ') + 1).DefaultIfEmpty(1).Max();
    }

    public static Synonyms Default { get; } = Load();

    /// <summary>Words of the longest phrase.</summary>
    public int LongestPhrase { get; }

    /// <summary>A set a line, its phrases with commas between.</summary>
    public static Synonyms Parse(string lines) => new(lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(',').Select(SearchText.Key).Where(phrase => phrase.Length > 0).ToArray()));

    /// <summary>What else it is called; empty for most.</summary>
    /// <param name="phrase">Words without accents, a space between.</param>
    public IReadOnlyList<string> Of(string phrase) => _others.GetValueOrDefault(phrase) ?? [];

    private static Synonyms Load()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return Parse(document.RootElement.GetProperty("synonyms").GetString()!);
    }
}
