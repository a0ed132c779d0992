namespace StreamPlatform.Domain.Accounts;

/// <summary>
/// Gives an installation its first creator. Called at every start with the key that is kept beside the data: a known one
/// stays, one the store has lost is registered again, none at all is made. All belong to the same first owner, so a lost
/// key file costs nobody their videos.
/// </summary>
public sealed class EnsureFirstApiKey(IApiKeyStore keys, TimeProvider clock)
{
    /// <summary>The owner of everything on an installation that has no accounts of its own.</summary>
    public const string FirstOwnerId = "user_00000000000000000000000000";

    /// <param name="kept">The secret from the data folder, or null. Anything that is not a key counts as none.</param>
    /// <returns>The secret that works now; the caller keeps it and shows it.</returns>
    public async Task<string> ExecuteAsync(string? kept, CancellationToken ct)
    {
        var secret = OpaqueId.IsValid(kept, ApiKey.SecretPrefix) ? kept! : ApiKey.NewSecret();
        await keys.AddAsync(
            new ApiKey
            {
                Hash = ApiKey.HashOf(secret),
                OwnerId = FirstOwnerId,
                Name = "first start",
                CreatedAt = clock.GetUtcNow(),
            },
            ct);
        return secret;
    }
}
