namespace StreamPlatform.Domain.Accounts;

/// <summary>Turns a presented API key into the caller it stands for.</summary>
public sealed class Authenticate(IApiKeyStore keys)
{
    /// <param name="secret">The key as presented; null when none was.</param>
    public async Task<Result<Caller>> ExecuteAsync(string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return AccountErrors.KeyRequired();
        }

        if (!OpaqueId.IsValid(secret, ApiKey.SecretPrefix))
        {
            return AccountErrors.KeyUnknown();
        }

        var key = await keys.FindAsync(ApiKey.HashOf(secret), ct);
        return key is null ? AccountErrors.KeyUnknown() : new Caller(key.OwnerId, key.KeyId);
    }
}
