using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Logging;
using StreamPlatform.Azure.Playback;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Azure.Accounts;

/// <summary>The keys of access tokens in Key Vault: as those of playback tokens, in a secret of their own.</summary>
internal sealed class KeyVaultAccessTokenKeys(SecretClient vault, TimeProvider clock, ILogger<KeyVaultSigningKeys> logger) : IAccessTokenKeys, IDisposable
{
    private readonly KeyVaultSigningKeys _keys = new(vault, clock, logger, "access-signing");

    public Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => _keys.ReadAsync(ct);

    public void Dispose() => _keys.Dispose();
}
