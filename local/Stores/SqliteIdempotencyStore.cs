using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Answers to repeated requests in SQLite.</summary>
internal sealed class SqliteIdempotencyStore(StoresDatabase stores) : IIdempotencyStore
{
    public async Task<IdempotencyClaim> ClaimAsync(IdempotencyKey key, DateTimeOffset now, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                if (Find(db, key) is not { } row || row.ClaimedAt <= (now - IdempotencyKey.Lifetime).UtcTicks)
                {
                    return Claim(db, key, now);
                }

                return row.BodyHash != key.BodyHash ? new IdempotencyClaim(ClaimOutcome.OtherBody)
                    : row.Answer is not null ? new IdempotencyClaim(ClaimOutcome.Answered, Parse(row.Answer))
                    : row.ClaimedAt <= (now - IdempotencyKey.ClaimLifetime).UtcTicks ? Claim(db, key, now)
                    : new IdempotencyClaim(ClaimOutcome.InProgress);
            },
            ct);
    }

    public async Task CompleteAsync(IdempotencyKey key, StoredAnswer answer, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db => db.Execute(
                "UPDATE idempotency_keys SET answer = $4 WHERE owner_id = $1 AND route = $2 AND key = $3 AND answer IS NULL",
                key.OwnerId,
                key.Route,
                key.Key,
                JsonSerializer.Serialize(answer, DomainJson.Options)),
            ct);
    }

    public async Task AbandonAsync(IdempotencyKey key, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db => db.Execute(
                "DELETE FROM idempotency_keys WHERE owner_id = $1 AND route = $2 AND key = $3 AND answer IS NULL",
                key.OwnerId,
                key.Route,
                key.Key),
            ct);
    }

    public async Task PruneAsync(DateTimeOffset now, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db => db.Execute(
                "DELETE FROM idempotency_keys WHERE claimed_at <= $1", (now - IdempotencyKey.Lifetime).UtcTicks),
            ct);
    }

    private static Row? Find(SqliteConnection db, IdempotencyKey key) => db.QueryFirst(
        "SELECT body_hash, claimed_at, answer FROM idempotency_keys WHERE owner_id = $1 AND route = $2 AND key = $3",
        row => new Row(row.GetString(0), row.GetInt64(1), row.GetText(2)),
        key.OwnerId,
        key.Route,
        key.Key);

    private static IdempotencyClaim Claim(SqliteConnection db, IdempotencyKey key, DateTimeOffset now)
    {
        db.Execute(
            """
            INSERT INTO idempotency_keys (owner_id, route, key, body_hash, claimed_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO UPDATE SET body_hash = excluded.body_hash, claimed_at = excluded.claimed_at, answer = NULL
            """,
            key.OwnerId,
            key.Route,
            key.Key,
            key.BodyHash,
            now.UtcTicks);
        return new IdempotencyClaim(ClaimOutcome.Claimed);
    }

    private static StoredAnswer Parse(string json) => JsonSerializer.Deserialize<StoredAnswer>(json, DomainJson.Options)!;

    private sealed record Row(string BodyHash, long ClaimedAt, string? Answer);
}
