using System.Security.Cryptography;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Playback.Keys;

/// <summary>The keys that accounts make playback tokens with by themselves, for their own videos.</summary>
public sealed class OwnersKeys(IDocuments documents, RecentKeyRings recent, TimeProvider clock)
{
    private const int Bits = 2048;

    /// <summary>Fails with <c>signing.key_name_invalid</c> or <c>signing.too_many_keys</c>.</summary>
    /// <returns>The key, and its private half as PEM (PKCS #8): it is told once.</returns>
    public async Task<Result<(OwnersKey Key, string PrivateKey)>> CreateAsync(string ownerId, string? name, CancellationToken ct)
    {
        if (name?.Length > OwnersKey.LongestName || name?.Any(char.IsControl) == true)
        {
            return OwnersKeyErrors.NameInvalid(OwnersKey.LongestName);
        }

        // Before the key is made too: making one takes a while.
        if ((await ReadAsync(ownerId, ct)).Count >= OwnersKeyRing.Most)
        {
            return OwnersKeyErrors.TooMany(OwnersKeyRing.Most);
        }

        using var pair = RSA.Create(Bits);
        var key = new OwnersKey
        {
            Id = OpaqueId.New(OwnersKey.IdPrefix),
            Name = name ?? "",
            PublicKey = pair.ExportSubjectPublicKeyInfo(),
            CreatedAt = clock.GetUtcNow(),
        };
        return await ChangeAsync(ownerId, keys => keys.Count < OwnersKeyRing.Most ? [.. keys, key] : null, ct)
            ? (key, pair.ExportPkcs8PrivateKeyPem())
            : OwnersKeyErrors.TooMany(OwnersKeyRing.Most);
    }

    /// <summary>Newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is none of the listing's.</exception>
    public async Task<Page<OwnersKey>> ListAsync(string ownerId, PageRequest page, CancellationToken ct)
    {
        var after = PageCursor.Parse(page.Cursor);
        var rows = (await ReadAsync(ownerId, ct))
            .Where(key => IsAfter(key, after))
            .OrderByDescending(key => key.CreatedAt)
            .ThenByDescending(key => key.Id, StringComparer.Ordinal)
            .Take(page.Limit + 1)
            .ToList();
        return Pages.Of(rows, page.Limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }

    /// <summary>Fails with <c>signing.key_not_found</c>.</summary>
    public async Task<Result<OwnersKey>> GetAsync(string ownerId, string id, CancellationToken ct) =>
        (await ReadAsync(ownerId, ct)).FirstOrDefault(key => key.Id == id) is { } key ? key : OwnersKeyErrors.NotFound();

    /// <summary>Tokens that it signed open nothing from now on: elsewhere within <see cref="RecentKeyRings.Longest"/>. Absent is fine.</summary>
    public Task RevokeAsync(string ownerId, string id, CancellationToken ct) =>
        ChangeAsync(ownerId, keys => keys.Any(key => key.Id == id) ? [.. keys.Where(key => key.Id != id)] : null, ct);

    /// <summary>All of them, and that there ever were any.</summary>
    public async Task EraseAsync(string ownerId, CancellationToken ct)
    {
        await documents.RemoveAsync(OwnersKeyRing.Kind, OwnersKeyRing.KeyOf(ownerId), ct);
        recent.Forget();
    }

    private static bool IsAfter(OwnersKey key, PageCursor cursor) =>
        key.CreatedAt.UtcTicks < cursor.CreatedAt || (key.CreatedAt.UtcTicks == cursor.CreatedAt && string.CompareOrdinal(key.Id, cursor.Id) < 0);

    private async Task<IReadOnlyList<OwnersKey>> ReadAsync(string ownerId, CancellationToken ct) =>
        (await documents.FindAsync(OwnersKeyRing.Kind, OwnersKeyRing.KeyOf(ownerId), ct))?.Value.Keys ?? [];

    /// <param name="change">Of what is there by then; null to leave it.</param>
    /// <returns>False when it was left.</returns>
    private async Task<bool> ChangeAsync(string ownerId, Func<IReadOnlyList<OwnersKey>, IReadOnlyList<OwnersKey>?> change, CancellationToken ct)
    {
        while (true)
        {
            var stored = await documents.FindAsync(OwnersKeyRing.Kind, OwnersKeyRing.KeyOf(ownerId), ct);
            if (change(stored?.Value.Keys ?? []) is not { } keys)
            {
                return false;
            }

            var ring = new OwnersKeyRing { OwnerId = ownerId, Keys = keys };
            try
            {
                if (await documents.WriteAsync(stored is null ? OwnersKeyRing.Kind.Add(ring) : OwnersKeyRing.Kind.Replace(ring, stored.ETag), ct) is not null)
                {
                    return true;
                }
            }
            finally
            {
                // Whatever became of the write: one that failed may have been done.
                recent.Forget();
            }
        }
    }
}
