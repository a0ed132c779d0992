using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// Conditions over the facts <c>f</c>, whose values are parameters from <c>$4</c> on. What has few values is looked up once, as
/// the facets that have it.
/// </summary>
internal sealed record SlotFilter(string Sql, IReadOnlyList<object?> Values)
{
    /// <summary>The first parameter that is a filter's.</summary>
    private const int First = 4;

    public static SlotFilter Of(string slot, VideoFilters filters)
    {
        var (conditions, facets, values) = (new List<string>(), new List<string>(), new List<object?>());
        string Value(object? value)
        {
            values.Add(value);
            return $"${First + values.Count - 1}";
        }

        if (filters.PublishedSince is { } since)
            conditions.Add($"f.id >= {Value(since.ToUnixTimeSeconds() << SlotWriter.IdBits)}");
        if (filters.Category is { } category)
            facets.Add($"category = {Value(category)}");
        if (filters.Language is { } language)
            facets.Add($"language = {Value(language)}");
        if (filters.Duration is { } duration)
            facets.Add($"duration = {Value(duration.ToString().ToLowerInvariant())}");
        if (filters.Lines is { } lines)
            facets.Add($"lines >= {Value(lines)}");
        if (filters.Live is { } live)
            facets.Add($"live = {Value(live ? 1 : 0)}");
        if (filters.Captions == VideoFilters.AnyCaptions)
            facets.Add("captions = 1");
        if (facets.Count > 0)
            conditions.Add($"f.facet IN (SELECT id FROM facets_{slot} WHERE {string.Join(" AND ", facets)})");
        foreach (var label in VideoLabels.WantedBy(filters))
            conditions.Add($"EXISTS (SELECT 1 FROM labels_{slot} WHERE label = {Value(label)} AND id = f.id)");
        return new SlotFilter(conditions.Count == 0 ? "1" : string.Join(" AND ", conditions), values);
    }

    /// <summary>Rows of a statement whose first three parameters these are.</summary>
    public List<T> Query<T>(SqliteConnection db, string sql, Func<SqliteDataReader, T> map, object? first = null, object? second = null, object? third = null)
    {
        object?[] values = [first, second, third, .. Values];
        return db.Query(sql, map, values);
    }
}
