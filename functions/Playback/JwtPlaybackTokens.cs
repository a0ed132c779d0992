using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Playback;

/// <inheritdoc cref="IPlaybackTokens"/>
internal sealed class JwtPlaybackTokens(ISigningKeys keys, TimeProvider clock) : IPlaybackTokens
{
    private const string Audience = "video";
    private const string ScopeClaim = "scope";

    /// <summary>Characters; ours stay below 800.</summary>
    private const int LongestToken = 4096;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<string, RsaSecurityKey> _loaded = new(StringComparer.Ordinal);

    public async Task<PlaybackToken> IssueAsync(
        PlaybackClaims claims, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var newest = (await keys.ReadAsync(ct))[0];
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = Audience,
            IssuedAt = issuedAt.UtcDateTime,
            NotBefore = issuedAt.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = claims.PlaybackId,
                [ScopeClaim] = NameOf(claims.Scope),
            },
            SigningCredentials = new SigningCredentials(Load(newest), SecurityAlgorithms.RsaSha256),
        });
        return new PlaybackToken(token, expiresAt);
    }

    public async Task<Result<PlaybackClaims>> ReadAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken)
        {
            return PlaybackErrors.TokenInvalid();
        }

        var known = await keys.ReadAsync(ct);
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = known.Select(Load),
            LifetimeValidator = IsInTime,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read)
        {
            return result.Exception is SecurityTokenInvalidLifetimeException
                ? PlaybackErrors.TokenExpired()
                : PlaybackErrors.TokenInvalid();
        }

        return ScopeOf(read) is { } scope && !string.IsNullOrEmpty(read.Subject)
            ? new PlaybackClaims(read.Subject, scope)
            : PlaybackErrors.TokenInvalid();
    }

    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires > now && (notBefore is null || notBefore <= now + ClockSkew);
    }

    private RsaSecurityKey Load(SigningKey key) => _loaded.GetOrAdd(key.Id, _ =>
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.PrivateKey.Span, out var _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id };
    });

    private static string NameOf(PlaybackScope scope) => scope == PlaybackScope.Preview ? "preview" : "play";

    private static PlaybackScope? ScopeOf(JsonWebToken token) =>
        !token.TryGetPayloadValue<string>(ScopeClaim, out var name) ? null
        : name == NameOf(PlaybackScope.Preview) ? PlaybackScope.Preview
        : name == NameOf(PlaybackScope.Play) ? PlaybackScope.Play
        : null;
}
