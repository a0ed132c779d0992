using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>A search among all public videos.</summary>
/// <param name="Text">At most <see cref="VideoQuery.MaxText"/> characters; without a word in it, all that the filters let through.</param>
/// <param name="Facets">Counts are wanted.</param>
public sealed record PublicQuery(string Text, VideoFilters Filters, SearchSort Sort, bool Facets, PageRequest Page)
{
    /// <summary>Pages are no longer.</summary>
    public const int MaxPage = 50;

    /// <summary>Hits beyond these are not counted one by one.</summary>
    public const int MaxCounted = 10_000;

    /// <summary>What has to be found, all of it; empty when anything will do.</summary>
    public IReadOnlyList<SearchTerm> Terms() => SearchTerm.Parse(Text, Synonyms.Default);
}
