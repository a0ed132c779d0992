using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Generations as slots: the one that does not answer is made anew, filled, and takes over in one write.</summary>
internal sealed class SqliteIndexGenerations(SearchDatabase search) : IIndexGenerations
{
    public async Task<bool> IsFilledAsync(CancellationToken ct)
    {
        var database = await search.OpenAsync();
        return await database.ReadAsync(db => db.QueryFirst("SELECT 1 FROM generations WHERE state = $1", row => row.GetInt64(0), Slots.Current) == 1, ct);
    }

    public async Task BeginAsync(IndexGeneration generation, CancellationToken ct)
    {
        var database = await search.OpenAsync();
        await database.WriteAsync(
            db =>
            {
                if (IsCurrent(db, generation) || Slots.FillingOf(db, generation.Id) is not null)
                {
                    return;
                }

                var slot = Slots.All.Single(slot => slot != Slots.Answering(db));
                Run(db, SearchSchema.Drop(slot) + SearchSchema.Create(slot));
                db.Execute("INSERT INTO generations VALUES ($1, $2, 'filling') ON CONFLICT (slot) DO UPDATE SET id = excluded.id, state = excluded.state", slot, generation.Id);
            },
            ct);
    }

    public async Task<bool> FillAsync(IndexGeneration generation, IReadOnlyList<IndexedVideo> videos, CancellationToken ct)
    {
        var database = await search.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                if (Slots.FillingOf(db, generation.Id) is not { } slot)
                {
                    return false;
                }

                foreach (var video in videos)
                {
                    SlotWriter.Put(db, slot, video);
                }

                return true;
            },
            ct);
    }

    public async Task<bool> SwitchAsync(IndexGeneration generation, CancellationToken ct)
    {
        var database = await search.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                if (Slots.FillingOf(db, generation.Id) is not { } slot)
                {
                    return IsCurrent(db, generation);
                }

                var earlier = Slots.Answering(db);
                db.Execute("DELETE FROM generations WHERE slot = $1", earlier);
                db.Execute("UPDATE generations SET state = $1 WHERE slot = $2", Slots.Current, slot);
                Run(db, SearchSchema.Drop(earlier));
                return true;
            },
            ct);
    }

    private static bool IsCurrent(SqliteConnection db, IndexGeneration generation) =>
        db.QueryFirst("SELECT 1 FROM generations WHERE id = $1 AND state = $2", row => row.GetInt64(0), generation.Id, Slots.Current) == 1;

    /// <summary>Several statements at once, which are not worth keeping prepared.</summary>
    private static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The schema is constant text but for the slot's letter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
