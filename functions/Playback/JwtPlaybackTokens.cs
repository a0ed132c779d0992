using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Keys;

namespace StreamPlatform.Functions.Playback;

/// <inheritdoc cref="IPlaybackTokens"/>
internal sealed class JwtPlaybackTokens(ISigningKeys keys, RecentKeyRings owners, TimeProvider clock) : IPlaybackTokens
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

    public async Task<Result<PlaybackClaims>> ReadAsync(string token, string ownerId, CancellationToken ct)
    {
        if (token.Length > LongestToken || KeyIdOf(token) is not { } keyId)
        {
            return PlaybackErrors.TokenInvalid();
        }

        // The shape of its id says whose the key is: no key is tried on a token of the other kind.
        if (RecentKeyRings.IsKeyId(keyId))
        {
            return await owners.FindAsync(ownerId, keyId, ct) is { } key ? await ReadOwnersAsync(token, key) : PlaybackErrors.TokenInvalid();
        }

        var read = await ProveAsync(token, (await keys.ReadAsync(ct)).Select(Load));
        return read.Succeeded ? ClaimsOf(read.Value, ScopeOf(read.Value)) : read.Error!;
    }

    /// <summary>A token that an account made: it shows what viewers see and never the owner's view, and ends no later than one of ours would.</summary>
    private async Task<Result<PlaybackClaims>> ReadOwnersAsync(string token, OwnersKey key)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        var read = await ProveAsync(token, [new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.Id }]);
        return !read.Succeeded ? read.Error!
            : read.Value.ValidTo > (clock.GetUtcNow() + PlaybackTokens.LongestLifetime + ClockSkew).UtcDateTime ? PlaybackErrors.TokenLifetimeInvalid(PlaybackTokens.LongestLifetime)
            : ClaimsOf(read.Value, read.Value.TryGetPayloadValue<object>(ScopeClaim, out _) ? ScopeOf(read.Value) is PlaybackScope.Play ? PlaybackScope.Play : null : PlaybackScope.Play);
    }

    private async Task<Result<JsonWebToken>> ProveAsync(string token, IEnumerable<SecurityKey> by)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = by,
            LifetimeValidator = IsInTime,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken read } ? read
            : result.Exception is SecurityTokenInvalidLifetimeException ? PlaybackErrors.TokenExpired()
            : PlaybackErrors.TokenInvalid();
    }

    private static Result<PlaybackClaims> ClaimsOf(JsonWebToken token, PlaybackScope? scope) =>
        scope is { } allowed && !string.IsNullOrEmpty(token.Subject) ? new PlaybackClaims(token.Subject, allowed) : PlaybackErrors.TokenInvalid();

    /// <summary>What an unproven token says of its key, empty when nothing; null of what is no token.</summary>
    private string? KeyIdOf(string token)
    {
        try
        {
            return _handler.ReadJsonWebToken(token).Kid ?? "";
        }
        catch (ArgumentException)
        {
            return null;
        }
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
