using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Domain.Accounts;

/// <summary>Who makes a request. Everything a caller creates belongs to <see cref="OwnerId"/>.</summary>
/// <param name="UserId">The person who acts; of an API key, and of an organisation's token, the account that it stands for.</param>
/// <param name="OwnerId">The account that is acted for: the person's own, or an organisation.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Credential">How they proved it.</param>
/// <param name="CredentialId">Short name of the key or the session; for logs, tells nothing about the secret.</param>
public sealed record Caller(string UserId, string OwnerId, Role Role, CredentialKind Credential, string CredentialId)
{
    /// <summary>What an API token is made for; null of whoever may do all that their role may.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>What they are in the organisation that they act for, an admin of a token that it has; null of whoever acts for themselves.</summary>
    public MemberRole? Member { get; init; }

    /// <summary>When they last proved who they are to an issuer elsewhere, where it says so.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>Fails with <c>auth.role_required</c> for somebody of a lower role.</summary>
    public Result<Caller> AtLeast(Role role) => Role >= role ? this : AccountErrors.RoleRequired(role);

    /// <summary>Fails with <c>token.scope_required</c> for a token that was made for other things.</summary>
    /// <param name="scope">See <see cref="Tokens.TokenScopes.Of"/>; null of what no token opens.</param>
    public Result<Caller> Within(string? scope) =>
        Scopes is null || (scope is not null && Scopes.Contains(scope)) ? this : AccountErrors.ScopeRequired(scope);

    /// <summary>Fails for somebody who acts for an organisation: with <c>organisation.role_required</c> in a lower role, with <c>organisation.not_allowed</c> where nobody may.</summary>
    /// <param name="role">See <see cref="OrganisationRights.Of"/>.</param>
    public Result<Caller> AsMember(MemberRole? role) =>
        Member is not { } member ? this
        : role is not { } least ? OrganisationErrors.NotForOrganisations()
        : member < least ? OrganisationErrors.RoleRequired(least)
        : this;
}
