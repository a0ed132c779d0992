using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Functions.Search;

/// <summary>A page of what a search found, best first.</summary>
/// <param name="Items">May be fewer than were asked for though there is another page.</param>
/// <param name="Cursor">Of the next page; absent on the last.</param>
/// <param name="Total">How many there are, counted to 10,000; only with <c>facets=true</c>.</param>
/// <param name="Facets">Only with <c>facets=true</c>.</param>
/// <param name="DidYouMean">The search as it was probably meant, when a word was mistyped; the items are of that already.</param>
public sealed record SearchBody(IReadOnlyList<VideoCardBody> Items, string? Cursor, long? Total, FacetCounts? Facets, string? DidYouMean);

/// <summary>Titles that begin as was typed.</summary>
public sealed record SuggestionsBody(IReadOnlyList<string> Suggestions);

/// <summary>Videos like one, best first.</summary>
public sealed record RelatedBody(IReadOnlyList<VideoCardBody> Items);
