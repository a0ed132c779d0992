using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Playback.Keys;

/// <summary>
/// The signing keys of accounts as playback asks for them, with every token: from memory for <see cref="Longest"/>, also that there are none. What this
/// process writes is seen at once; what another one writes, by then.
/// </summary>
public sealed class RecentKeyRings(IDocuments documents, TimeProvider clock)
{
    /// <summary>The most that a new key, or a revocation, is late.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const int Capacity = 1024;

    private readonly Bounded<string, Kept> _byOwner = new(Capacity);
    private long _writes;

    /// <summary>True of the ids that signing keys of accounts have, whether there is one or not.</summary>
    public static bool IsKeyId(string? id) => OpaqueId.IsValid(id, OwnersKey.IdPrefix);

    /// <summary>The account's key; null when it has none of this id, whoever else may.</summary>
    public async ValueTask<OwnersKey?> FindAsync(string ownerId, string? keyId, CancellationToken ct)
    {
        if (!IsKeyId(keyId))
        {
            return null;
        }

        var kept = _byOwner.Find(ownerId);
        if (kept is null || kept.Writes != Interlocked.Read(ref _writes) || clock.GetElapsedTime(kept.ReadAt) >= Longest)
        {
            kept = await ReadAsync(ownerId, ct);
        }

        return kept.Keys.FirstOrDefault(key => key.Id == keyId);
    }

    /// <summary>Something was written: what was kept is a thing of the past.</summary>
    internal void Forget() => Interlocked.Increment(ref _writes);

    private async Task<Kept> ReadAsync(string ownerId, CancellationToken ct)
    {
        // Both as of before the read: what is written meanwhile counts from the next one on.
        var (writes, readAt) = (Interlocked.Read(ref _writes), clock.GetTimestamp());
        var stored = await documents.FindAsync(OwnersKeyRing.Kind, OwnersKeyRing.KeyOf(ownerId), ct);
        var kept = new Kept(stored?.Value.Keys ?? [], writes, readAt);
        _byOwner.Set(ownerId, kept);
        return kept;
    }

    private sealed record Kept(IReadOnlyList<OwnersKey> Keys, long Writes, long ReadAt);
}
