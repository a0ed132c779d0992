using StreamPlatform.Domain.Telemetry.Ingest;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>Reads session tokens: several to a request, without waiting for anything.</summary>
public sealed class SessionTokenReader
{
    private readonly IReadOnlyList<SessionKey> _keys;

    internal SessionTokenReader(IReadOnlyList<SessionKey> keys) => _keys = keys;

    /// <summary>The claims; <c>telemetry.token_invalid</c> or <c>telemetry.token_expired</c>.</summary>
    public Result<SessionClaims> Read(ReadOnlySpan<byte> token, DateTimeOffset now)
    {
        if (token.Length > SessionTokenForm.MaxLength || KeyOf(token) is not { } key || SessionTokenForm.Read(key, token) is not { } claims)
        {
            return IngestErrors.TokenInvalid();
        }

        return now < claims.StartedAt + SessionClaims.Lifetime ? claims : IngestErrors.TokenExpired();
    }

    private SessionKey? KeyOf(ReadOnlySpan<byte> token)
    {
        foreach (var key in _keys)
        {
            if (token.Length > key.Id.Length && token[key.Id.Length] == SessionTokenForm.Dot && token.StartsWith(key.Id))
            {
                return key;
            }
        }

        return null;
    }
}
