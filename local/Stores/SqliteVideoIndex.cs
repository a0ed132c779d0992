using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>
/// The search index in SQLite: full text by FTS5. Every hit has every word, so the best are those of whose titles the words are
/// most: BM25 would say little else, and counts how rare each word is through all titles, which took most of a search.
/// </summary>
internal sealed class SqliteVideoIndex(StoresDatabase stores) : IVideoIndex
{
    public async Task PutAsync(VideoDocument document, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db => db.Execute(
                """
                INSERT INTO video_documents (asset_id, owner_id, title, published_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (asset_id) DO UPDATE SET owner_id = excluded.owner_id, title = excluded.title, published_at = excluded.published_at
                """,
                document.AssetId,
                document.OwnerId,
                document.Title,
                document.PublishedAt.UtcTicks),
            ct);
    }

    public async Task DeleteAsync(string assetId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(db => db.Execute("DELETE FROM video_documents WHERE asset_id = $1", assetId), ct);
    }

    public async Task<Page<string>> SearchAsync(VideoQuery query, CancellationToken ct)
    {
        var (seen, words) = (SearchCursor.Read(query.Page.Cursor), query.Words());
        if (words.Count == 0)
        {
            return new Page<string>([], null);
        }

        var database = await stores.OpenAsync();
        var hits = await database.ReadAsync(
            db => db.Query(
                """
                SELECT d.asset_id FROM video_titles t JOIN video_documents d ON d.id = t.rowid
                WHERE video_titles MATCH $1 AND d.owner_id = $2
                ORDER BY length(d.title), d.published_at DESC, d.asset_id LIMIT $3 OFFSET $4
                """,
                row => row.GetString(0),
                Match(words),
                query.OwnerId,
                query.Page.Limit + 1,
                seen),
            ct);
        var page = hits.Take(query.Page.Limit).ToList();
        return new Page<string>(page, SearchCursor.Write(seen + page.Count, hits.Count > page.Count));
    }

    /// <summary>Words hold letters and digits alone, so quotes keep each of them from being read as an operator.</summary>
    private static string Match(IReadOnlyList<string> words) => $"{string.Join(' ', words.Select(word => $"\"{word}\""))}*";
}
