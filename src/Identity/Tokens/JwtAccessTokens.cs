using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Identity.Issuers;

namespace StreamPlatform.Identity.Tokens;

/// <inheritdoc cref="IAccessTokens"/>
internal sealed class JwtAccessTokens(IReadOnlyList<TrustedIssuer> issuers, AccessTokenRules rules) : IAccessTokens
{
    public async Task<Result<ProvenIdentity>> ReadAsync(string token, CancellationToken ct)
    {
        if (rules.Open(token) is not { } opened)
        {
            return AccountErrors.TokenInvalid();
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
