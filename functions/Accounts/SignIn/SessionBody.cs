using StreamPlatform.Domain.Accounts.Sessions;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Device">What the browser or app said of itself when it signed in.</param>
/// <param name="Current">The one that the request comes from.</param>
public sealed record SessionBody(string Id, string? Device, DateTimeOffset CreatedAt, DateTimeOffset UsedAt, DateTimeOffset ExpiresAt, bool Current)
{
    /// <param name="current">Id of the session that the request comes from.</param>
    public static SessionBody From(Session session, string current) =>
        new(session.Id, session.Device, session.CreatedAt, session.UsedAt, session.ExpiresAt, session.Id == current);
}
