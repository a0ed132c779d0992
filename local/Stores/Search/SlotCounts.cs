using System.Globalization;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Counts what matches, the latest <see cref="PublicQuery.MaxCounted"/> of it.</summary>
internal static class SlotCounts
{
    /// <param name="table">Where it matches; see <see cref="SlotRanking"/>.</param>
    /// <param name="match">Null for all videos.</param>
    public static (long Total, FacetCounts Facets) OfMatches(SqliteConnection db, string slot, SlotFilter filter, string table, string? match) => Of(
        db,
        slot,
        filter,
        match is null
            ? $"SELECT f.facet FROM facts_{slot} f WHERE {filter.Sql} ORDER BY f.id DESC LIMIT {PublicQuery.MaxCounted}"
            : $"SELECT f.facet FROM {table}_{slot} w CROSS JOIN facts_{slot} f ON f.id = w.rowid WHERE {table}_{slot} MATCH $1 AND {filter.Sql} ORDER BY w.rowid DESC LIMIT {PublicQuery.MaxCounted}",
        match);

    /// <summary>Of hits that were found already.</summary>
    public static (long Total, FacetCounts Facets) OfHits(SqliteConnection db, string slot, IReadOnlyList<long> ids) => Of(
        db, slot, new SlotFilter("1", []), $"SELECT facet FROM facts_{slot} WHERE id IN (SELECT value FROM json_each($1))", $"[{string.Join(',', ids)}]");

    private static (long Total, FacetCounts Facets) Of(SqliteConnection db, string slot, SlotFilter filter, string facets, string? parameter)
    {
        var rows = filter.Query(
            db,
            $"SELECT c.category, c.language, c.duration, c.lines, c.captions, n.hits FROM (SELECT facet, count(*) AS hits FROM ({facets}) GROUP BY facet) n JOIN facets_{slot} c ON c.id = n.facet",
            row => (Category: row.GetString(0), Language: row.GetString(1), Duration: row.GetString(2), Lines: row.GetInt64(3), Captions: row.GetInt64(4) == 1, Hits: row.GetInt64(5)),
            parameter);
        return (
            rows.Sum(row => row.Hits),
            new FacetCounts(
                FacetCount.Of(rows.Select(row => ((string?)row.Category, row.Hits))),
                FacetCount.Of(rows.Select(row => ((string?)row.Language, row.Hits))),
                FacetCount.Of(rows.Select(row => ((string?)row.Duration, row.Hits))),
                FacetCount.Of(rows.Where(row => row.Lines > 0).Select(row => ((string?)row.Lines.ToString(CultureInfo.InvariantCulture), row.Hits))),
                FacetCount.Of(rows.Select(row => ((string?)(row.Captions ? "true" : "false"), row.Hits)))));
    }
}
