using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Usage entries in SQLite. Looking and writing happen in one turn of the one writer, so no two can both just fit.</summary>
internal sealed class SqliteUsageStore(StoresDatabase stores) : IUsageStore
{
    public async Task<QuotaKind?> TryReserveAsync(
        UsageEntry entry, QuotaLimits limits, DateTimeOffset now, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                if (Find(db, entry.OwnerId, entry.Key) is { State: not UsageState.Reserved })
                {
                    return null;
                }

                var exceeded = entry.Amount.Exceeds(limits, Sum(db, entry.OwnerId, now, except: entry.Key));
                if (exceeded is null)
                {
                    Write(db, entry);
                }

                return exceeded;
            },
            ct);
    }

    public async Task SettleAsync(string ownerId, string key, UsageAmount amount, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db =>
            {
                if (Find(db, ownerId, key) is { State: UsageState.Reserved } entry)
                {
                    Write(db, entry with { State = UsageState.Settled, Amount = amount, ExpiresAt = null });
                }
            },
            ct);
    }

    public async Task ReleaseAsync(string ownerId, string key, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db =>
            {
                if (Find(db, ownerId, key) is { State: not UsageState.Released } entry)
                {
                    Write(db, entry with { State = UsageState.Released, Amount = default, ExpiresAt = null });
                }
            },
            ct);
    }

    public async Task<UsageAmount> SumAsync(string ownerId, DateTimeOffset now, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(db => Sum(db, ownerId, now, except: null), ct);
    }

    private static UsageEntry? Find(SqliteConnection db, string ownerId, string key) =>
        db.QueryFirst("SELECT document FROM usage_entries WHERE owner_id = $1 AND key = $2", Read, ownerId, key);

    private static UsageAmount Sum(SqliteConnection db, string ownerId, DateTimeOffset now, string? except) =>
        db.QuerySingle(
            """
            SELECT coalesce(sum(bytes), 0), coalesce(sum(CASE month WHEN $3 THEN minutes END), 0), coalesce(sum(uploads), 0)
            FROM usage_entries WHERE owner_id = $1 AND key IS NOT $2 AND (expires_at IS NULL OR expires_at > $4)
            """,
            row => new UsageAmount(row.GetInt64(0), row.GetDouble(1), row.GetInt32(2)),
            ownerId,
            except,
            MonthOf(now),
            now.UtcTicks);

    private static void Write(SqliteConnection db, UsageEntry entry) => db.Execute(
        """
        INSERT INTO usage_entries (owner_id, key, bytes, minutes, month, uploads, expires_at, document)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT DO UPDATE SET bytes = excluded.bytes, minutes = excluded.minutes, month = excluded.month,
          uploads = excluded.uploads, expires_at = excluded.expires_at, document = excluded.document
        """,
        entry.OwnerId,
        entry.Key,
        entry.Amount.Bytes,
        entry.Amount.Minutes,
        MonthOf(entry.At),
        entry.Amount.Uploads,
        entry.ExpiresAt?.UtcTicks,
        Document<UsageEntry>.Write(entry));

    private static int MonthOf(DateTimeOffset at) => (at.UtcDateTime.Year * 12) + at.UtcDateTime.Month;

    private static UsageEntry Read(SqliteDataReader row) => Documents.Usage.Read(row.GetString(0));
}
