using StreamPlatform.Domain.Accounts.Tokens;

namespace StreamPlatform.Domain.Accounts;

/// <summary>Turns a presented API key, API token or access token into the caller it stands for.</summary>
public sealed class Authenticate(IApiKeyStore keys, IAccessTokens tokens, Users.Users users, ApiTokens apiTokens)
{
    /// <summary>Characters. Issuers that tell of many groups make long tokens; none comes near it.</summary>
    public const int LongestCredential = 16 * 1024;

    /// <param name="credential">As presented; null when none was.</param>
    public async Task<Result<Caller>> ExecuteAsync(string? credential, CancellationToken ct) =>
        string.IsNullOrEmpty(credential) ? AccountErrors.KeyRequired()
        : OpaqueId.IsValid(credential, ApiKey.SecretPrefix) ? await OfKeyAsync(credential, ct)
        : ApiTokenSecret.Parse(credential) is { } secret ? await apiTokens.AuthenticateAsync(secret, ct)
        : IsToken(credential) ? await OfTokenAsync(credential, ct)
        : AccountErrors.KeyUnknown();

    private async Task<Result<Caller>> OfKeyAsync(string secret, CancellationToken ct) =>
        await keys.FindAsync(ApiKey.HashOf(secret), ct) is { } key
            ? new Caller(key.OwnerId, key.OwnerId, RoleOf(key), CredentialKind.ApiKey, key.KeyId)
            : AccountErrors.KeyUnknown();

    private async Task<Result<Caller>> OfTokenAsync(string token, CancellationToken ct)
    {
        var read = await tokens.ReadAsync(token, ct);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        var user = await users.OfAsync(read.Value, ct);
        return user.Succeeded
            ? new Caller(user.Value.Id, user.Value.Id, Higher(user.Value.Role, read.Value.Role), CredentialKind.AccessToken, read.Value.Session) { SignedInAt = read.Value.SignedInAt }
            : user.Error!;
    }

    private static Role Higher(Role one, Role other) => one > other ? one : other;

    /// <summary>Who set an installation up runs it.</summary>
    private static Role RoleOf(ApiKey key) => key.OwnerId == EnsureFirstApiKey.FirstOwnerId ? Role.Operator : Role.Creator;

    /// <summary>The parts of a JWT stand between full stops, which no key of ours has.</summary>
    private static bool IsToken(string credential) => credential.Length <= LongestCredential && credential.Contains('.', StringComparison.Ordinal);
}
