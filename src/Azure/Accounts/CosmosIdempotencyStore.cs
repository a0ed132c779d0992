using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Azure.Accounts;

/// <summary>
/// Answers to repeated requests in Cosmos DB. The first of a key creates its item, one request; whoever takes a claim over
/// replaces the item by its ETag.
/// </summary>
internal sealed class CosmosIdempotencyStore(CosmosDatabase database) : IIdempotencyStore
{
    private readonly CosmosContainer _keys = database.Container(CosmosContainers.Idempotency);

    public Task<IdempotencyClaim> ClaimAsync(IdempotencyKey key, DateTimeOffset now, CancellationToken ct)
    {
        var place = IdempotencyItem.KeyOf(key);
        var mine = ItemOf(place, key, now, OpaqueId.New("request"));
        return LostRaces.RepeatAsync("an idempotency key", database.Clock, async () =>
        {
            if (await _keys.CreateAsync(place, mine, ct) is not null)
            {
                return (true, Claimed(mine));
            }

            // Gone when its time ran out just now: then it can be created.
            return await _keys.ReadAsync<IdempotencyItem>(place, ct) is not { } stored ? (false, Claimed(mine))
                : Answer(stored.Value, key, now) is { } answer ? (true, answer)
                : await TakeOverAsync(place, stored, KeepsRequest(stored.Value, key, now) ? mine with { RequestId = stored.Value.RequestId } : mine, ct);
        }, ct);
    }

    public Task CompleteAsync(IdempotencyKey key, StoredAnswer answer, CancellationToken ct) =>
        ChangeAsync(key, stored => stored with { Answer = answer }, ct);

    public Task AbandonAsync(IdempotencyKey key, CancellationToken ct) => ChangeAsync(key, stored => stored with { Free = true }, ct);

    /// <summary>Nothing to do: Cosmos DB removes items by their time to live.</summary>
    public Task PruneAsync(DateTimeOffset now, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What a repeat is told; null when it may claim the key.</summary>
    private static IdempotencyClaim? Answer(IdempotencyItem stored, IdempotencyKey key, DateTimeOffset now) =>
        IsOver(stored, now) || (stored.Free && stored.BodyHash != key.BodyHash) ? null
        : stored.BodyHash != key.BodyHash ? new IdempotencyClaim(ClaimOutcome.OtherBody)
        : stored.Answer is not null ? new IdempotencyClaim(ClaimOutcome.Answered, stored.Answer)
        : stored.Free || stored.ClaimedAt <= now - IdempotencyKey.ClaimLifetime ? null
        : new IdempotencyClaim(ClaimOutcome.InProgress);

    /// <summary>It is a further try of the request that claimed the key before.</summary>
    private static bool KeepsRequest(IdempotencyItem stored, IdempotencyKey key, DateTimeOffset now) =>
        !IsOver(stored, now) && stored.BodyHash == key.BodyHash;

    /// <summary>A time to live counts from the last write, a key from its claim.</summary>
    private static bool IsOver(IdempotencyItem stored, DateTimeOffset now) => stored.ClaimedAt <= now - IdempotencyKey.Lifetime;

    private async Task<(bool Done, IdempotencyClaim Claim)> TakeOverAsync(
        ItemKey place, StoredItem<IdempotencyItem> stored, IdempotencyItem next, CancellationToken ct) =>
        (await _keys.ReplaceAsync(place, next, stored.ETag, ct) is not null, Claimed(next));

    /// <summary>
    /// Changes what has no answer yet; one that is gone, or answered, is left alone. By reading and replacing: of the data
    /// actions that a role can name, none is documented to allow a patch.
    /// </summary>
    private Task ChangeAsync(IdempotencyKey key, Func<IdempotencyItem, IdempotencyItem> change, CancellationToken ct)
    {
        var place = IdempotencyItem.KeyOf(key);
        return LostRaces.RepeatAsync("an idempotency key", database.Clock, async () =>
        {
            var stored = await _keys.ReadAsync<IdempotencyItem>(place, ct);
            var done = stored is null || stored.Value.Answer is not null || await _keys.ReplaceAsync(place, change(stored.Value), stored.ETag, ct) is not null;
            return (done, done);
        }, ct);
    }

    private static IdempotencyClaim Claimed(IdempotencyItem item) => new(ClaimOutcome.Claimed, RequestId: item.RequestId);

    private static IdempotencyItem ItemOf(ItemKey place, IdempotencyKey key, DateTimeOffset now, string requestId) => new()
    {
        Id = place.Id,
        OwnerId = key.OwnerId,
        Route = key.Route,
        Key = key.Key,
        BodyHash = key.BodyHash,
        ClaimedAt = now,
        RequestId = requestId,
    };
}
