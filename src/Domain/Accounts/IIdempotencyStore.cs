namespace StreamPlatform.Domain.Accounts;

/// <summary>
/// Answers already given to requests that carried an <c>Idempotency-Key</c>, kept for a day, so that a client that never
/// saw the answer can ask again without doing the thing twice. Partitioned by owner; each operation is atomic.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Claims the key for a request, or tells what became of the one that claimed it before. A claim that
    /// is neither completed nor abandoned (its process died) can be taken over after <see cref="IdempotencyKey.ClaimLifetime"/>.
    /// </summary>
    Task<IdempotencyClaim> ClaimAsync(IdempotencyKey key, DateTimeOffset now, CancellationToken ct);

    /// <summary>Keeps the answer for whoever asks again.</summary>
    Task CompleteAsync(IdempotencyKey key, StoredAnswer answer, CancellationToken ct);

    /// <summary>
    /// Gives the key back: the request failed in a way that may pass. With the same body it keeps its
    /// <see cref="IdempotencyClaim.RequestId"/>, with another one it is a new request.
    /// </summary>
    Task AbandonAsync(IdempotencyKey key, CancellationToken ct);

    /// <summary>Forgets what is older than <see cref="IdempotencyKey.Lifetime"/>.</summary>
    Task PruneAsync(DateTimeOffset now, CancellationToken ct);
}
