using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Identity.Tokens;

/// <summary>The installation as an issuer: access tokens as RFC 9068 describes them, signed by RS256.</summary>
/// <param name="publicUrl">Without a slash at its end; what tokens are meant for.</param>
internal sealed class BuiltInIssuer(string publicUrl, IAccessTokenKeys keys, AccessTokenRules rules) : IAccessTokenIssuer
{
    private const string Type = "at+jwt";
    private const string SessionClaim = "sid";
    private const string GenerationClaim = "gen";
    private const string RoleClaim = "role";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<string, RsaSecurityKey> _loaded = new(StringComparer.Ordinal);

    public string Name { get; } = $"{publicUrl}/api/auth";

    public async Task<string> IssueAsync(User user, string sessionId, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken ct) =>
        _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = Name,
            Audience = publicUrl,
            IssuedAt = issuedAt.UtcDateTime,
            NotBefore = issuedAt.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = user.Id,
                [JwtRegisteredClaimNames.Jti] = OpaqueId.New("token"),
                [SessionClaim] = sessionId,
                [GenerationClaim] = user.Generation,
                [RoleClaim] = user.Role.ToString().ToLowerInvariant(),
            },
            SigningCredentials = new SigningCredentials(Load((await keys.ReadAsync(ct))[0]), SecurityAlgorithms.RsaSha256),
        });

    /// <summary>The role is not the token's but the user's, who may have another by now.</summary>
    public async Task<Result<ProvenIdentity>> ReadAsync(JsonWebToken token, CancellationToken ct)
    {
        var proven = await rules.CheckAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Name,
            ValidAudience = publicUrl,
            ValidTypes = [Type],
            IssuerSigningKeys = (await keys.ReadAsync(ct)).Select(Load),
            TryAllIssuerSigningKeys = false,
        });
        return !proven.Succeeded ? proven.Error!
            : OpaqueId.IsValid(token.Subject, UserIds.Prefix)
                && token.TryGetPayloadValue<int>(GenerationClaim, out var generation)
                && token.TryGetPayloadValue<string>(SessionClaim, out var session)
                ? new ProvenIdentity(Name, token.Subject, Role.Viewer, session, generation)
            : AccountErrors.TokenInvalid();
    }

    public async Task<IReadOnlyList<PublicKey>> KeysAsync(CancellationToken ct) => [.. (await keys.ReadAsync(ct)).Select(Load).Select(Publish)];

    private static PublicKey Publish(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new PublicKey("RSA", "sig", SecurityAlgorithms.RsaSha256, key.KeyId, Base64UrlEncoder.Encode(parameters.Modulus), Base64UrlEncoder.Encode(parameters.Exponent));
    }

    private RsaSecurityKey Load(SigningKey key) => _loaded.GetOrAdd(key.Id, _ =>
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.PrivateKey.Span, out var _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id };
    });
}
