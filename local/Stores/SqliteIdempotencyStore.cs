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
                if (Find(db, key) is not { } row
                    || row.ClaimedAt <= (now - IdempotencyKey.Lifetime).UtcTicks
                    || (row.IsFree && row.BodyHash != key.BodyHash))
                {
                    return Claim(db, key, now, NewRequestId());
                }

                return row.BodyHash != key.BodyHash ? new IdempotencyClaim(ClaimOutcome.OtherBody)
                    : row.Answer is not null ? new IdempotencyClaim(ClaimOutcome.Answered, Parse(row.Answer))
                    : row.IsFree || row.ClaimedAt <= (now - IdempotencyKey.ClaimLifetime).UtcTicks ? Claim(db, key, now, row.RequestId)
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
                "UPDATE idempotency_keys SET free = 1 WHERE owner_id = $1 AND route = $2 AND key = $3 AND answer IS NULL",
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
        "SELECT body_hash, claimed_at, answer, request_id, free FROM idempotency_keys WHERE owner_id = $1 AND route = $2 AND key = $3",
        row => new Row(row.GetString(0), row.GetInt64(1), row.GetText(2), row.GetText(3) ?? NewRequestId(), row.GetInt64(4) != 0),
        key.OwnerId,
        key.Route,
        key.Key);

    private static string NewRequestId() => OpaqueId.New("request");

    private static IdempotencyClaim Claim(SqliteConnection db, IdempotencyKey key, DateTimeOffset now, string requestId)
    {
        db.Execute(
            """
            INSERT INTO idempotency_keys (owner_id, route, key, body_hash, claimed_at, request_id) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO UPDATE SET body_hash = excluded.body_hash, claimed_at = excluded.claimed_at,
                request_id = excluded.request_id, answer = NULL, free = 0
            """,
            key.OwnerId,
            key.Route,
            key.Key,
            key.BodyHash,
            now.UtcTicks,
            requestId);
        return new IdempotencyClaim(ClaimOutcome.Claimed, RequestId: requestId);
    }

    private static StoredAnswer Parse(string json) => JsonSerializer.Deserialize<StoredAnswer>(json, DomainJson.Options)!;

    private sealed record Row(string BodyHash, long ClaimedAt, string? Answer, string RequestId, bool IsFree);
}
