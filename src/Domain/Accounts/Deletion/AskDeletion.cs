using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>Somebody asks for their account to be deleted: by their password, or by having signed in just now. It ends every session; a letter tells until when it can be taken back.</summary>
public sealed class AskDeletion(IDocuments documents, ConfirmPassword confirm, Users.Users users, Organisations.Organisations organisations, AccountDeletions deletions, AccountLetters letters, TimeProvider clock)
{
    /// <summary>After so long signing in is no proof any more that it is they who ask.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <param name="password">Null of somebody who signed in just now.</param>
    public async Task<Result<AccountDeletion>> ExecuteAsync(Caller caller, string? password, CancellationToken ct)
    {
        if (caller.Credential != CredentialKind.AccessToken)
        {
            return AccountErrors.NotBuiltIn();
        }

        if (password is not null)
        {
            var confirmed = await confirm.CheckAsync(caller.UserId, password, ct);
            if (!confirmed.Succeeded)
            {
                return confirmed.Error!;
            }
        }
        else if (!(await SignedInAtAsync(caller, ct) > clock.GetUtcNow() - Fresh))
        {
            return AccountErrors.SignInAgain();
        }

        if ((await organisations.ListAsync(caller.UserId, new PageRequest(null, Organisations.Organisations.Most), ct)).Items.Any(organisation => organisation.IsLastOwner(caller.UserId)))
        {
            return OrganisationErrors.LastOwner();
        }

        var deletion = await deletions.AddAsync(caller.UserId, ct);
        var user = await users.EndSessionsAsync(caller.UserId, ct);
        if (!user.Succeeded)
        {
            return user.Error!;
        }

        if (user.Value.Value.Email is { } email)
        {
            await letters.LeavingAsync(EmailAddress.Parse(email).Value, deletion.DueAt, ct);
        }

        return deletion;
    }

    private async Task<DateTimeOffset?> SignedInAtAsync(Caller caller, CancellationToken ct) =>
        caller.SignedInAt ?? (OpaqueId.IsValid(caller.CredentialId, Session.IdPrefix)
            ? (await documents.FindAsync(Session.Kind, Session.KeyOf(caller.UserId, caller.CredentialId), ct))?.Value.CreatedAt
            : null);
}
