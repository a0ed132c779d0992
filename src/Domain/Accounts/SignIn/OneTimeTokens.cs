using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Makes and reads the tokens of letters. What they allow makes them void by itself; forgetting them only tidies up.</summary>
public sealed class OneTimeTokens(IDocuments documents, TimeProvider clock)
{
    private static readonly TimeSpan SignUpLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan ResetLifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ChangeLifetime = TimeSpan.FromHours(1);

    /// <returns>The token, for the letter.</returns>
    public async Task<string> IssueAsync(OneTimePurpose purpose, EmailAddress email, string? userId, int? generation, CancellationToken ct)
    {
        var token = OpaqueId.New(OneTimeToken.Prefix);
        var lifetime = purpose switch { OneTimePurpose.SignUp => SignUpLifetime, OneTimePurpose.ChangeEmail => ChangeLifetime, _ => ResetLifetime };
        await documents.WriteAsync(
            OneTimeToken.Kind.Put(new OneTimeToken
            {
                Hash = ApiKey.HashOf(token),
                Purpose = purpose,
                Email = email.Text,
                UserId = userId,
                Generation = generation,
                ExpiresAt = clock.GetUtcNow() + lifetime,
            }),
            ct);
        return token;
    }

    /// <summary>Fails with <c>auth.link_invalid</c>.</summary>
    public async Task<Result<OneTimeToken>> ReadAsync(OneTimePurpose purpose, string? token, CancellationToken ct) =>
        OpaqueId.IsValid(token, OneTimeToken.Prefix)
        && await documents.FindAsync(OneTimeToken.Kind, OneTimeToken.KeyOf(ApiKey.HashOf(token!)), ct) is { Value: var found }
        && found.Purpose == purpose && found.ExpiresAt > clock.GetUtcNow()
            ? found
            : AccountErrors.LinkInvalid();

    public async Task ForgetAsync(OneTimeToken token, CancellationToken ct)
    {
        if (await documents.FindAsync(OneTimeToken.Kind, token.Key, ct) is { } stored)
        {
            await documents.WriteAsync(OneTimeToken.Kind.Delete(token, stored.ETag), ct);
        }
    }
}
