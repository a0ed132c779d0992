using StreamPlatform.Domain.Accounts.Users;

namespace StreamPlatform.Domain.Accounts.Sessions;

/// <summary>Signs access tokens of the installation itself.</summary>
public interface IAccessTokenIssuer
{
    Task<string> IssueAsync(User user, string sessionId, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken ct);

    /// <summary>What its tokens have in <c>iss</c>: an address below which others find how to check them.</summary>
    string Name { get; }

    /// <summary>What others check its tokens with; the next one is there before it signs.</summary>
    Task<IReadOnlyList<PublicKey>> KeysAsync(CancellationToken ct);
}

/// <summary>A public RSA key as a JSON Web Key (RFC 7517): base64url throughout.</summary>
public sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string N, string E);
