using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>That it is they who ask, and not somebody at their desk: by their password, or by having signed in just now.</summary>
public sealed class FreshProof(IDocuments documents, ConfirmPassword confirm, TimeProvider clock)
{
    /// <summary>After so long signing in is no proof any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <param name="password">Null of somebody who signed in just now.</param>
    /// <returns>Null when it is; <c>account.no_password</c>, <c>account.password_wrong</c>, <c>auth.too_many_tries</c> or <c>auth.sign_in_again</c>.</returns>
    public async Task<Error?> CheckAsync(Caller caller, string? password, CancellationToken ct) =>
        caller.Credential != CredentialKind.AccessToken ? AccountErrors.NotBuiltIn()
        : password is not null ? (await confirm.CheckAsync(caller.UserId, password, ct)).Error
        : await SignedInAtAsync(caller, ct) > clock.GetUtcNow() - Fresh ? null
        : AccountErrors.SignInAgain();

    private async Task<DateTimeOffset?> SignedInAtAsync(Caller caller, CancellationToken ct) =>
        caller.SignedInAt ?? (OpaqueId.IsValid(caller.CredentialId, Session.IdPrefix)
            ? (await documents.FindAsync(Session.Kind, Session.KeyOf(caller.UserId, caller.CredentialId), ct))?.Value.CreatedAt
            : null);
}
