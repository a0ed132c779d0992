using System.Security.Cryptography;
using Azure;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Azure.Playback;

/// <summary>
/// The signing keys are the versions of one secret. A key signs for 90 days and counts until the last token that it can have
/// signed has expired. Whichever instance first finds the newest too old makes the next; two that do so at once make two, and
/// both count. A new key signs only after every instance has had time to see it, so that none meets a token it can't read.
/// </summary>
/// <param name="secret">Name of the secret: another one for other keys.</param>
internal sealed class KeyVaultSigningKeys(SecretClient vault, TimeProvider clock, ILogger<KeyVaultSigningKeys> logger, string secret = KeyVaultSigningKeys.SecretName) : ISigningKeys, IDisposable
{
    public const string SecretName = "playback-signing";

    /// <summary>How old what an instance knows may be.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    /// <summary>The age from which a key signs.</summary>
    public static readonly TimeSpan Spread = 2 * LookAgain;

    public static readonly TimeSpan SignsFor = TimeSpan.FromDays(90);

    private const int Bits = 2048;

    /// <summary>Far more than rotation leaves; somebody who writes versions by a script must not fill the memory.</summary>
    private const int MostKeys = 32;

    private static readonly TimeSpan CountsFor = (2 * SignsFor) + PlaybackTokens.LongestLifetime;

    private readonly SemaphoreSlim _turn = new(1);
    private Known? _known;

    public async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct)
    {
        if (_known is { } fresh && IsFresh(fresh))
            return InOrder(fresh);
        await _turn.WaitAsync(ct);
        try
        {
            var known = _known is { } seen && IsFresh(seen) ? seen : await LookAsync(ct);
            return InOrder(_known = known);
        }
        catch (Exception e) when (_known is not null && e is RequestFailedException or AggregateException)
        {
            // Keys don't spoil: without the vault, viewers go on with those that are known.
            logger.VaultSilent(e.Message);
            return InOrder(_known = _known! with { At = clock.GetUtcNow() });
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsFresh(Known known) => clock.GetUtcNow() - known.At < LookAgain;

    /// <summary>First the one that signs: the newest that all have seen; of a vault with none so old, the oldest, which all see the same.</summary>
    private IReadOnlyList<SigningKey> InOrder(Known known)
    {
        var seen = known.Keys.Where(key => clock.GetUtcNow() - key.CreatedAt >= Spread).ToList();
        var signs = seen.Count > 0 ? seen[0] : known.Keys[^1];
        return [signs, .. known.Keys.Where(key => key != signs)];
    }

    private async Task<Known> LookAsync(CancellationToken ct)
    {
        var keys = await KeysAsync(ct);
        if (keys is not [var newest, ..] || clock.GetUtcNow() - newest.CreatedAt >= SignsFor)
        {
            await MakeAsync(ct);
            keys = await KeysAsync(ct);
        }

        return keys.Count > 0 ? new Known(keys, clock.GetUtcNow()) : throw new InvalidOperationException($"Key Vault has no version of the secret {secret} that counts, although one was just made.");
    }

    /// <summary>Newest first.</summary>
    private async Task<List<SigningKey>> KeysAsync(CancellationToken ct)
    {
        var keys = new List<SigningKey>();
        foreach (var version in await VersionsAsync(ct))
        {
            keys.Add(_known?.Keys.FirstOrDefault(key => key.Id == version.Version)
                ?? new SigningKey(version.Version, Convert.FromBase64String((await vault.GetSecretAsync(secret, version.Version, cancellationToken: ct)).Value.Value), version.CreatedOn!.Value));
        }

        return keys;
    }

    private async Task<IEnumerable<SecretProperties>> VersionsAsync(CancellationToken ct)
    {
        var versions = new List<SecretProperties>();
        try
        {
            await foreach (var version in vault.GetPropertiesOfSecretVersionsAsync(secret, ct))
            {
                if (version is { Enabled: not false, CreatedOn: { } created } && clock.GetUtcNow() - created < CountsFor)
                    versions.Add(version);
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // A vault in which no key was made yet.
        }

        return versions.OrderByDescending(version => version.CreatedOn).ThenByDescending(version => version.Version, StringComparer.Ordinal).Take(MostKeys);
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        using var rsa = RSA.Create(Bits);
        var version = new KeyVaultSecret(secret, Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()));
        version.Properties.ContentType = "application/pkcs8";
        version.Properties.ExpiresOn = clock.GetUtcNow() + CountsFor;
        await vault.SetSecretAsync(version, ct);
    }

    private sealed record Known(IReadOnlyList<SigningKey> Keys, DateTimeOffset At);
}
