using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Tokens;

/// <summary>The tokens that apps act for accounts with.</summary>
public sealed class ApiTokens(IDocuments documents, Users.Users users, Organisations.Organisations organisations, TimeProvider clock)
{
    /// <summary>Tokens of an account.</summary>
    public const int Most = 50;

    public const int DefaultDays = 90;
    public const int LongestDays = 366;

    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromHours(1);

    /// <returns>The token, and the text that its app shows: it is told once.</returns>
    public async Task<Result<(ApiToken Token, string Text)>> CreateAsync(Caller caller, string? name, IReadOnlyList<string>? scopes, int? days, CancellationToken ct)
    {
        if (name is not { Length: > 0 and <= ApiToken.LongestName } || name.Any(char.IsControl))
        {
            return AccountErrors.TokenNameInvalid(ApiToken.LongestName);
        }

        if (scopes is not { Count: > 0 } || scopes.Except(TokenScopes.All).Any())
        {
            return AccountErrors.TokenScopeUnknown(TokenScopes.All);
        }

        if (days is < 1 or > LongestDays)
        {
            return AccountErrors.TokenDaysInvalid(LongestDays);
        }

        var there = await documents.ListAsync(ApiToken.Kind, caller.OwnerId, "", new PageRequest(null, Most), ListOrder.Descending, ct);
        if (there.Items.Count >= Most)
        {
            return AccountErrors.TooManyTokens(Most);
        }

        var (secret, now) = (ApiTokenSecret.New(caller.OwnerId), clock.GetUtcNow());
        var token = new ApiToken
        {
            Id = secret.TokenId,
            OwnerId = caller.OwnerId,
            UserId = caller.UserId,
            Role = Lower(caller.Role, Role.Creator),
            Name = name,
            Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
            SecretHash = secret.SecretHash,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days ?? DefaultDays),
        };
        await documents.WriteAsync(ApiToken.Kind.Add(token), ct);
        return (token, secret.ToString());
    }

    /// <summary>Newest first; a page may hold some that have expired just now.</summary>
    public Task<Page<ApiToken>> ListAsync(string ownerId, PageRequest page, CancellationToken ct) =>
        documents.ListAsync(ApiToken.Kind, ownerId, "", page, ListOrder.Descending, ct);

    /// <summary>It opens nothing from now on. Absent is fine.</summary>
    public async Task RevokeAsync(string ownerId, string id, CancellationToken ct)
    {
        while (OpaqueId.IsValid(id, ApiToken.IdPrefix) && await documents.FindAsync(ApiToken.Kind, ApiToken.KeyOf(ownerId, id), ct) is { } stored)
        {
            await documents.WriteAsync(ApiToken.Kind.Delete(stored.Value, stored.ETag), ct);
        }
    }

    /// <summary>The caller that a token stands for. Fails with <c>token.unknown</c>, <c>auth.disabled</c> or <c>organisation.disabled</c>.</summary>
    public async Task<Result<Caller>> AuthenticateAsync(ApiTokenSecret secret, CancellationToken ct)
    {
        var stored = await documents.FindAsync(ApiToken.Kind, ApiToken.KeyOf(secret.OwnerId, secret.TokenId), ct);
        var now = clock.GetUtcNow();
        if (stored is not { Value: var token } || token.ExpiresAt <= now || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.SecretHash), Encoding.ASCII.GetBytes(secret.SecretHash)))
        {
            return AccountErrors.TokenUnknown();
        }

        var caller = OpaqueId.IsValid(token.OwnerId, Organisation.IdPrefix) ? await OfOrganisationAsync(token, ct) : await OfPersonAsync(token, ct);
        if (caller.Succeeded && (token.UsedAt is not { } used || now - used >= UseIsNotedEvery))
        {
            // Whoever was first has noted it.
            await documents.WriteAsync(ApiToken.Kind.Replace(token with { UsedAt = now }, stored.ETag), ct);
        }

        return caller;
    }

    private async Task<Result<Caller>> OfPersonAsync(ApiToken token, CancellationToken ct)
    {
        var user = (await users.FindAsync(token.UserId, ct))?.Value;

        // Of who signed up here the role is known; an issuer elsewhere tells it by access tokens alone.
        return user is { Disabled: true } ? AccountErrors.Disabled() : CallerOf(token, token.UserId, user?.Email is null ? token.Role : Lower(token.Role, user.Role));
    }

    /// <summary>It is the organisation's and not its maker's, who may be gone.</summary>
    private async Task<Result<Caller>> OfOrganisationAsync(ApiToken token, CancellationToken ct) => (await organisations.FindAsync(token.OwnerId, ct))?.Value switch
    {
        null => AccountErrors.TokenUnknown(),
        { Disabled: true } => OrganisationErrors.Disabled(),
        _ => CallerOf(token, token.OwnerId, token.Role) with { Member = MemberRole.Admin },
    };

    private static Caller CallerOf(ApiToken token, string userId, Role role) => new(userId, token.OwnerId, role, CredentialKind.ApiToken, token.Id) { Scopes = token.Scopes };

    private static Role Lower(Role one, Role other) => one < other ? one : other;
}
