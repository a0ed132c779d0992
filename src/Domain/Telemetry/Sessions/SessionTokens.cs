using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>
/// Signs what the platform says of a session, so that its player can't say otherwise and nobody makes up sessions: HMAC-SHA256
/// with keys that are derived from those of playback tokens, and change with them.
/// </summary>
public sealed class SessionTokens(ISigningKeys keys)
{
    private static readonly byte[] SigningLabel = "telemetry-session"u8.ToArray(), ViewerLabel = "telemetry-viewer"u8.ToArray();

    private readonly ConcurrentDictionary<string, SessionKey> _derived = new(StringComparer.Ordinal);

    /// <summary>A token of these claims: printable ASCII, some 400 characters.</summary>
    public async Task<string> IssueAsync(SessionClaims claims, CancellationToken ct) => SessionTokenForm.Write(await NewestAsync(ct), claims);

    /// <summary>What reads tokens, with the keys as they are now.</summary>
    public async ValueTask<SessionTokenReader> ReaderAsync(CancellationToken ct)
    {
        var known = await keys.ReadAsync(ct);
        var derived = new SessionKey[known.Count];
        for (var i = 0; i < derived.Length; i++)
        {
            derived[i] = Derive(known[i]);
        }

        return new SessionTokenReader(derived);
    }

    /// <summary>Whom a viewer counts as who neither has an account nor let themselves be known again.</summary>
    internal async Task<ulong> ViewerOfDayAsync(DateTimeOffset at, IPAddress? address, string? userAgent, CancellationToken ct) =>
        ViewerHashes.OfDay((await NewestAsync(ct)).Viewer, at, address, userAgent);

    private async Task<SessionKey> NewestAsync(CancellationToken ct) => Derive((await keys.ReadAsync(ct))[0]);

    private SessionKey Derive(SigningKey key) => _derived.TryGetValue(key.Id, out var known) ? known : _derived.GetOrAdd(key.Id, _ => new SessionKey(
        Encoding.ASCII.GetBytes(key.Id), DeriveKey(key, SigningLabel), DeriveKey(key, ViewerLabel)));

    private static byte[] DeriveKey(SigningKey key, byte[] label) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.PrivateKey.ToArray(), SHA256.HashSizeInBytes, salt: null, label);
}

/// <summary>What is derived from a signing key for telemetry.</summary>
/// <param name="Id">Of the signing key.</param>
/// <param name="Signing">Signs session tokens.</param>
/// <param name="Viewer">Keys the hashes of viewers.</param>
internal sealed record SessionKey(byte[] Id, byte[] Signing, byte[] Viewer);
