using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Identity.Tokens;

/// <summary>What holds for access tokens of every issuer (RFC 8725): signed by an asymmetric algorithm that we name, with a key of the issuer, in time.</summary>
internal sealed class AccessTokenRules(TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The token's text taken apart, nothing of it proven; null of what is none.</summary>
    public JsonWebToken? Open(string token)
    {
        try
        {
            var opened = _handler.ReadJsonWebToken(token);

            // Extensions that a receiver must understand (RFC 7515, 4.1.11): we understand none.
            return opened.TryGetHeaderValue<object>("crit", out _) ? null : opened;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Names the token in logs, and tells nothing of it.</summary>
    public static string NameOf(JsonWebToken token) => ApiKey.HashOf(token.EncodedToken)[..12];

    /// <param name="parameters">Issuer, audience, keys and type.</param>
    public async Task<Result<Done>> CheckAsync(JsonWebToken token, TokenValidationParameters parameters)
    {
        parameters.ValidAlgorithms = Algorithms;
        parameters.LifetimeValidator = IsInTime;
        var result = await _handler.ValidateTokenAsync(token, parameters);
        return result.IsValid ? default(Done)
            : result.Exception is SecurityTokenInvalidLifetimeException ? AccountErrors.TokenExpired()
            : AccountErrors.TokenInvalid();
    }

    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires > now - ClockSkew && (notBefore is null || notBefore <= now + ClockSkew);
    }
}
