using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Identity.Issuers;

namespace StreamPlatform.Identity.Tokens;

/// <inheritdoc cref="IAccessTokens"/>
/// <param name="own">Null when the installation signs nobody in itself.</param>
internal sealed class JwtAccessTokens(BuiltInIssuer? own, IReadOnlyList<TrustedIssuer> issuers, AccessTokenRules rules) : IAccessTokens
{
    public async Task<Result<ProvenIdentity>> ReadAsync(string token, CancellationToken ct)
    {
        if (rules.Open(token) is not { } opened)
        {
            return AccountErrors.TokenInvalid();
        }

        if (own is not null && own.Name == opened.Issuer)
        {
            return await own.ReadAsync(opened, ct);
        }

        var silent = false;
        foreach (var issuer in issuers)
        {
            var name = await issuer.NameAsync(ct);
            if (name is not null && name == opened.Issuer)
            {
                return await issuer.ReadAsync(opened, ct);
            }

            silent |= name is null;
        }

        return silent ? AccountErrors.IssuerUnavailable() : AccountErrors.TokenInvalid();
    }
}
