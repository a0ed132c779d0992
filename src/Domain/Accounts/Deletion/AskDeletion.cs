using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.SignIn;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>Somebody asks for their account to be deleted, and proves that it is they. It ends every session; a letter tells until when it can be taken back.</summary>
public sealed class AskDeletion(FreshProof proof, Users.Users users, Organisations.Organisations organisations, AccountDeletions deletions, AccountLetters letters)
{
    /// <param name="password">Null of somebody who signed in just now.</param>
    public async Task<Result<AccountDeletion>> ExecuteAsync(Caller caller, string? password, CancellationToken ct)
    {
        if (await proof.CheckAsync(caller, password, ct) is { } unproven)
        {
            return unproven;
        }

        if (await OwnsAloneAsync(caller.UserId, ct))
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

    /// <summary>They are the last owner of an organisation that is to stay.</summary>
    private async Task<bool> OwnsAloneAsync(string userId, CancellationToken ct)
    {
        var page = await organisations.ListAsync(userId, new PageRequest(null, Organisations.Organisations.Most), ct);
        foreach (var organisation in page.Items.Where(organisation => organisation.IsLastOwner(userId)))
        {
            if (await deletions.FindAsync(organisation.Id, ct) is null)
            {
                return true;
            }
        }

        return false;
    }
}
