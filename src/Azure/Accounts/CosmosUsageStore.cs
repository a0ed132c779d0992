using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Accounts;

/// <summary>
/// Usage entries in Cosmos DB, a partition an owner. A reservation is one transaction over the owner's guard and its entry;
/// settling and releasing change one entry and need no guard, for neither looks at the sum.
/// </summary>
internal sealed class CosmosUsageStore(CosmosDatabase database) : IUsageStore
{
    private readonly CosmosContainer _usage = database.Container(CosmosContainers.Usage);

    public Task<QuotaKind?> TryReserveAsync(
        UsageEntry entry, QuotaLimits limits, DateTimeOffset now, CancellationToken ct)
    {
        var key = ItemKey.Of(entry.OwnerId, entry.Key);
        return LostRaces.RepeatAsync<QuotaKind?>($"the usage of {entry.OwnerId}", database.Clock, async () =>
        {
            // Before the sum: an entry that the sum misses has changed the guard since.
            var guard = await _usage.ReadAsync<UsageGuard>(UsageGuard.KeyOf(entry.OwnerId), ct);
            var stored = await _usage.ReadAsync<UsageItem>(key, ct);
            if (stored is not null && Read(stored.Value).State != UsageState.Reserved)
            {
                return (true, null);
            }

            var others = await UsageSum.ReadAsync(_usage, entry.OwnerId, now, except: entry.Key, ct);
            return entry.Amount.Exceeds(limits, others) is { } exceeded
                ? (true, exceeded)
                : (await _usage.BatchAsync(key.PartitionKey, batch => Fill(batch, guard, UsageItem.Of(key, entry), stored?.ETag), ct) is not null, null);
        }, ct);
    }

    public Task SettleAsync(string ownerId, string key, UsageAmount amount, CancellationToken ct) => ChangeAsync(
        ownerId,
        key,
        entry => entry.State == UsageState.Reserved
            ? entry with { State = UsageState.Settled, Amount = amount, ExpiresAt = null }
            : null,
        ct);

    public Task ReleaseAsync(string ownerId, string key, CancellationToken ct) => ChangeAsync(
        ownerId,
        key,
        entry => entry.State != UsageState.Released
            ? entry with { State = UsageState.Released, Amount = default, ExpiresAt = null }
            : null,
        ct);

    public Task<UsageAmount> SumAsync(string ownerId, DateTimeOffset now, CancellationToken ct) =>
        UsageSum.ReadAsync(_usage, ownerId, now, except: null, ct);

    /// <param name="change">Null when there is nothing to change.</param>
    private Task ChangeAsync(string ownerId, string key, Func<UsageEntry, UsageEntry?> change, CancellationToken ct)
    {
        var place = ItemKey.Of(ownerId, key);
        return LostRaces.RepeatAsync($"the usage of {ownerId}", database.Clock, async () =>
        {
            var stored = await _usage.ReadAsync<UsageItem>(place, ct);
            return stored is null || change(Read(stored.Value)) is not { } changed
                ? (true, false)
                : (await _usage.ReplaceAsync(place, UsageItem.Of(place, changed), stored.ETag, ct) is not null, true);
        }, ct);
    }

    private static void Fill(TransactionalBatch batch, StoredItem<UsageGuard>? guard, UsageItem entry, string? etag)
    {
        if (guard is null)
            batch.CreateItemStream(Item.Write(new UsageGuard { Id = UsageGuard.Name, OwnerId = entry.OwnerId }), Writing(null));
        else
            batch.ReplaceItemStream(guard.Value.Id, Item.Write(guard.Value), Writing(guard.ETag));

        // By its own ETag too: settling and releasing leave the guard alone.
        if (etag is null)
            batch.CreateItemStream(Item.Write(entry), Writing(null));
        else
            batch.ReplaceItemStream(entry.Id, Item.Write(entry), Writing(etag));
    }

    private static TransactionalBatchItemRequestOptions Writing(string? etag) =>
        new() { IfMatchEtag = etag, EnableContentResponseOnWrite = false };

    private static UsageEntry Read(UsageItem item) => Documents.Usage.Read(item.Document.GetRawText());
}
