using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Sessions;

/// <summary>Who is signed in, and for how long.</summary>
public sealed class Sessions(IDocuments documents, Users.Users users, IAccessTokenIssuer issuer, AccountDeletions deletions, AccountOptions options, TimeProvider clock)
{
    /// <summary>Signs somebody in, who takes back thereby that their account is to be deleted.</summary>
    public async Task<SignedIn> OpenAsync(User user, string? device, CancellationToken ct)
    {
        await deletions.CancelAsync(user.Id, ct);
        var (token, now) = (RefreshToken.New(user.Id), clock.GetUtcNow());
        var session = new Session
        {
            Id = token.SessionId,
            UserId = user.Id,
            SecretHash = token.SecretHash,
            Generation = user.Generation,
            Device = device is { Length: > Session.LongestDevice } ? device[..Session.LongestDevice] : device,
            CreatedAt = now,
            UsedAt = now,
            ExpiresAt = EndOf(now, now),
        };
        await documents.WriteAsync(Session.Kind.Put(session), ct);
        return await GiveAsync(user, session, token, ct);
    }

    /// <summary>
    /// The next pair. Fails with <c>auth.session_ended</c>; for a token that was used before too, which ends the session:
    /// somebody else has it, and nobody can tell who of the two is the thief.
    /// </summary>
    public async Task<Result<SignedIn>> RefreshAsync(string? refreshToken, CancellationToken ct)
    {
        if (RefreshToken.Parse(refreshToken) is not { } token
            || await documents.FindAsync(Session.Kind, Session.KeyOf(token.UserId, token.SessionId), ct) is not { } stored
            || await users.FindAsync(token.UserId, ct) is not { Value: var user })
        {
            return AccountErrors.SessionEnded();
        }

        var now = clock.GetUtcNow();
        if (stored.Value.ExpiresAt <= now || stored.Value.Generation != user.Generation || user.Disabled)
        {
            return AccountErrors.SessionEnded();
        }

        var next = token.Next();
        var session = stored.Value with { SecretHash = next.SecretHash, UsedAt = now, ExpiresAt = EndOf(stored.Value.CreatedAt, now) };
        if (stored.Value.SecretHash == token.SecretHash && await documents.WriteAsync(Session.Kind.Replace(session, stored.ETag), ct) is not null)
        {
            return await GiveAsync(user, session, next, ct);
        }

        await EndAsync(token.UserId, token.SessionId, ct);
        return AccountErrors.SessionEnded();
    }

    /// <summary>Ends the session of a refresh token, an old one too; of what is none, nothing.</summary>
    public Task EndAsync(string? refreshToken, CancellationToken ct) =>
        RefreshToken.Parse(refreshToken) is { } token ? EndAsync(token.UserId, token.SessionId, ct) : Task.CompletedTask;

    /// <summary>Absent is fine.</summary>
    public async Task EndAsync(string userId, string sessionId, CancellationToken ct)
    {
        while (OpaqueId.IsValid(sessionId, Session.IdPrefix) && await documents.FindAsync(Session.Kind, Session.KeyOf(userId, sessionId), ct) is { } stored)
        {
            await documents.WriteAsync(Session.Kind.Delete(stored.Value, stored.ETag), ct);
        }
    }

    /// <summary>Those that have not ended, newest first.</summary>
    public async Task<Page<Session>> ListAsync(User user, PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(Session.Kind, user.Id, "", page, ListOrder.Descending, ct);
        var now = clock.GetUtcNow();
        return found with { Items = [.. found.Items.Where(session => session.ExpiresAt > now && session.Generation == user.Generation)] };
    }

    private DateTimeOffset EndOf(DateTimeOffset createdAt, DateTimeOffset now)
    {
        var (idle, last) = (now.AddHours(options.SessionIdleHours), createdAt.AddHours(options.SessionHours));
        return idle < last ? idle : last;
    }

    private async Task<SignedIn> GiveAsync(User user, Session session, RefreshToken token, CancellationToken ct)
    {
        var (now, expiresAt) = (clock.GetUtcNow(), clock.GetUtcNow().AddMinutes(options.AccessTokenMinutes));
        return new SignedIn(user.Id, await issuer.IssueAsync(user, session.Id, now, expiresAt, ct), expiresAt, token.ToString(), session.ExpiresAt);
    }
}
