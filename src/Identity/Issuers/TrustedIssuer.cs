using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Identity.Tokens;

namespace StreamPlatform.Identity.Issuers;

/// <summary>Holds tokens to what one issuer's must be.</summary>
internal sealed class TrustedIssuer(IssuerOptions options, IssuerMetadata metadata, AccessTokenRules rules)
{
    private const int LongestSubject = 255;

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(role => role.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The issuer's name for itself; null while it can't be reached.</summary>
    public async Task<string?> NameAsync(CancellationToken ct) => (await metadata.ReadAsync(ct))?.Issuer;

    public async Task<Result<ProvenIdentity>> ReadAsync(JsonWebToken token, CancellationToken ct)
    {
        var known = await metadata.ReadAsync(ct);
        if (known is not null && known.SigningKeys.All(key => key.KeyId != token.Kid))
        {
            known = await metadata.LookAsync(ct);
        }

        if (known is null)
        {
            return AccountErrors.IssuerUnavailable();
        }

        var proven = await rules.CheckAsync(token, ParametersOf(known));
        return !proven.Succeeded ? proven.Error!
            : token.Subject is { Length: > 0 and <= LongestSubject } subject ? new ProvenIdentity(known.Issuer, subject, RoleIn(token), AccessTokenRules.NameOf(token)) { SignedInAt = SignedInAt(token) }
            : AccountErrors.TokenInvalid();
    }

    /// <summary>Null where it doesn't say: when the token was issued tells nothing, as tokens are refreshed.</summary>
    private static DateTimeOffset? SignedInAt(JsonWebToken token) =>
        token.TryGetPayloadValue<long>(JwtRegisteredClaimNames.AuthTime, out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private TokenValidationParameters ParametersOf(OpenIdConnectConfiguration known) => new()
    {
        ValidIssuer = known.Issuer,
        ValidAudience = options.Audience,
        IssuerSigningKeys = known.SigningKeys,
        TryAllIssuerSigningKeys = false,

        // RFC 9068 asks for at+jwt; most issuers say JWT or nothing. An ID token is told by its audience, which is the client.
        TypeValidator = (type, _, _) => type is null or "" or "JWT" or "at+jwt" or "application/at+jwt" ? type ?? "" : throw new SecurityTokenInvalidTypeException(type),
    };

    private Role RoleIn(JsonWebToken token) => options.RoleClaim.Length == 0
        ? options.DefaultRole
        : token.Claims.Where(claim => claim.Type == options.RoleClaim)
            .Select(claim => Roles.GetValueOrDefault(claim.Value, options.DefaultRole))
            .Append(options.DefaultRole)
            .Max();
}
