using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Users;

/// <summary>Who was here.</summary>
public sealed class Users(IDocuments documents, TimeProvider clock)
{
    private const int Attempts = 8;

    public async Task<Stored<User>?> FindAsync(string userId, CancellationToken ct) =>
        OpaqueId.IsValid(userId, UserIds.Prefix) ? await documents.FindAsync(User.Kind, User.KeyOf(userId), ct) : null;

    /// <summary>The user that a token stands for; one of another issuer is noted when first seen. Fails with <c>auth.invalid_token</c> for whoever is no longer let in by it.</summary>
    public async Task<Result<User>> OfAsync(ProvenIdentity identity, CancellationToken ct)
    {
        var user = (await documents.FindAsync(User.Kind, User.KeyOf(identity.UserId), ct))?.Value ?? await NoteAsync(identity, ct);
        return user is null || (identity.Generation is { } generation && generation != user.Generation) ? AccountErrors.TokenInvalid()
            : user.Disabled ? AccountErrors.Disabled()
            : user;
    }

    /// <param name="ifMatch">The ETag the caller read; null to change whatever is there.</param>
    public async Task<Result<Stored<User>>> ChangeAsync(string userId, Func<User, User> change, string? ifMatch, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(userId, ct) is not { } stored)
            {
                return AccountErrors.UserNotFound();
            }

            if (ifMatch is not null && ifMatch != stored.ETag)
            {
                break;
            }

            var changed = change(stored.Value);
            if (await documents.WriteAsync(User.Kind.Replace(changed, stored.ETag), ct) is { } etag)
            {
                return new Stored<User>(changed, etag);
            }
        }

        return AccountErrors.UserChanged();
    }

    /// <summary>Ends every session of the user: refresh tokens and access tokens alike.</summary>
    public Task<Result<Stored<User>>> EndSessionsAsync(string userId, CancellationToken ct) =>
        ChangeAsync(userId, user => user with { Generation = user.Generation + 1 }, null, ct);

    /// <summary>Who signed up here is noted then and not by a token.</summary>
    private async Task<User?> NoteAsync(ProvenIdentity identity, CancellationToken ct)
    {
        if (identity.Generation is not null)
        {
            return null;
        }

        var user = new User { Id = identity.UserId, CreatedAt = clock.GetUtcNow(), Issuer = identity.Issuer, Subject = identity.Subject };
        return await documents.WriteAsync(User.Kind.Add(user), ct) is not null ? user : (await documents.FindAsync(User.Kind, user.Key, ct))?.Value;
    }
}
