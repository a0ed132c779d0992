using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// The public index in SQLite: full text by FTS5 with stems, ranked by BM25 and boosted; FTS5's trigrams and the words one edit
/// away for what is mistyped; all in one snapshot.
/// </summary>
internal sealed class SqlitePublicIndex(SearchDatabase search, TimeProvider clock) : IPublicIndex
{
    public async Task PutAsync(IndexedVideo video, CancellationToken ct)
    {
        var database = await search.OpenAsync();
        await database.WriteAsync(
            db =>
            {
                foreach (var slot in Slots.Written(db))
                {
                    SlotWriter.Put(db, slot, video);
                }
            },
            ct);
    }

    public async Task DeleteAsync(string assetId, CancellationToken ct)
    {
        var database = await search.OpenAsync();
        await database.WriteAsync(
            db =>
            {
                foreach (var slot in Slots.Written(db))
                {
                    SlotWriter.Delete(db, slot, assetId);
                }
            },
            ct);
    }

    public Task<PublicHits> SearchAsync(PublicQuery query, CancellationToken ct) =>
        ReadAsync((db, slot) => new SlotSearch(db, slot, query, Now()).Run(), ct);

    public Task<IReadOnlyList<string>> SuggestAsync(string typed, int limit, CancellationToken ct) =>
        ReadAsync((db, slot) => SlotRelated.Suggest(db, slot, typed, limit, Now()), ct);

    public Task<IReadOnlyList<PublicHit>> RelatedAsync(IndexedVideo video, int limit, CancellationToken ct) =>
        ReadAsync((db, slot) => SlotRelated.Like(db, slot, video, limit, Now()), ct);

    private async Task<T> ReadAsync<T>(Func<SqliteConnection, string, T> read, CancellationToken ct)
    {
        var database = await search.OpenAsync();
        return await database.ReadAsync(db => read(db, Slots.Answering(db)), ct);
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();
}
