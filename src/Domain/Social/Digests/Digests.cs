using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Digests;

/// <summary>Who wants a letter a day.</summary>
public sealed class Digests(IDocuments documents, People people, TimeProvider clock)
{
    public async Task<bool> WantsAsync(string personId, CancellationToken ct) => await FindAsync(personId, ct) is not null;

    /// <summary>May be repeated. Fails with <c>digest.no_address</c> for whoever has no address here.</summary>
    public async Task<Result<bool>> SetAsync(string personId, bool wanted, CancellationToken ct)
    {
        if (!wanted)
        {
            await documents.RemoveAsync(Digest.Kind, Digest.KeyOf(personId), ct);
            return false;
        }

        if (await people.AddressAsync(personId, ct) is null)
        {
            return DigestErrors.NoAddress();
        }

        // Who wants them already keeps the link that is in their letters.
        await documents.WriteAsync(Digest.Kind.Add(new Digest(Digest.CurrentSchemaVersion, personId, OpaqueId.New(Digest.SecretPrefix), clock.GetUtcNow())), ct);
        return true;
    }

    /// <summary>Ends them for who has one of the letters; what was ended, or never was, is as good.</summary>
    public async Task EndAsync(string personId, string secret, CancellationToken ct)
    {
        if (await FindAsync(personId, ct) is { Value: var digest } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(digest.Secret), Encoding.UTF8.GetBytes(secret)))
        {
            await documents.RemoveAsync(Digest.Kind, Digest.KeyOf(personId), ct);
        }
    }

    private async Task<Stored<Digest>?> FindAsync(string personId, CancellationToken ct) =>
        OpaqueId.IsValid(personId, Accounts.UserIds.Prefix) ? await documents.FindAsync(Digest.Kind, Digest.KeyOf(personId), ct) : null;
}
