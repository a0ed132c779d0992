using StreamPlatform.Functions.Search;

namespace StreamPlatform.Functions.Recommendations;

/// <summary>A page of what trends, best first.</summary>
/// <param name="Region">Whose list it is: <c>world</c>, or a country by ISO 3166-1 alpha-2.</param>
/// <param name="Regions">Countries that have a list of their own; those where too few watch have none.</param>
/// <param name="MadeAt">Up to when it is known what was watched; absent while nothing is.</param>
/// <param name="Cursor">Of the next page; absent on the last.</param>
public sealed record TrendingBody(string Region, IReadOnlyList<string> Regions, DateTimeOffset? MadeAt, IReadOnlyList<VideoCardBody> Items, string? Cursor);

/// <summary>A page of the first page's videos.</summary>
/// <param name="Region">Whose trending videos are in it.</param>
/// <param name="Cursor">Of the next page; absent on the last.</param>
public sealed record HomeBody(string Region, IReadOnlyList<VideoCardBody> Items, string? Cursor);
