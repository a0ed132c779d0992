namespace StreamPlatform.Domain.Accounts;

/// <summary>Who makes a request. Everything a caller creates belongs to <see cref="OwnerId"/>.</summary>
/// <param name="UserId">The person who acts; of an API key, the account that it stands for.</param>
/// <param name="OwnerId">The account that is acted for: the person's own.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Credential">How they proved it.</param>
/// <param name="CredentialId">Short name of the key or the session; for logs, tells nothing about the secret.</param>
public sealed record Caller(string UserId, string OwnerId, Role Role, CredentialKind Credential, string CredentialId)
{
    /// <summary>What an API token is made for; null of whoever may do all that their role may.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Fails with <c>auth.role_required</c> for somebody of a lower role.</summary>
    public Result<Caller> AtLeast(Role role) => Role >= role ? this : AccountErrors.RoleRequired(role);

    /// <summary>Fails with <c>token.scope_required</c> for a token that was made for other things.</summary>
    /// <param name="scope">See <see cref="Tokens.TokenScopes.Of"/>; null of what no token opens.</param>
    public Result<Caller> Within(string? scope) =>
        Scopes is null || (scope is not null && Scopes.Contains(scope)) ? this : AccountErrors.ScopeRequired(scope);
}
