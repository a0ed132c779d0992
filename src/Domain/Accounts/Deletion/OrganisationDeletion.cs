using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>
/// An owner asks for an organisation to be deleted, and proves that it is they: in a week, as accounts are. Nothing changes meanwhile but that
/// all its owners get a letter, and any of them may take it back.
/// </summary>
public sealed class OrganisationDeletion(Organisations.Organisations organisations, FreshProof proof, AccountDeletions deletions, People people, AccountLetters letters)
{
    /// <param name="password">Null of somebody who signed in just now.</param>
    public async Task<Result<AccountDeletion>> AskAsync(Caller caller, string organisationId, string? password, CancellationToken ct)
    {
        var found = await OwnedAsync(caller, organisationId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        if (await proof.CheckAsync(caller, password, ct) is { } unproven)
        {
            return unproven;
        }

        var deletion = await deletions.AddAsync(organisationId, ct);
        foreach (var owner in found.Value.Value.Members.Where(member => member.Role == MemberRole.Owner))
        {
            if (await people.AddressAsync(owner.UserId, ct) is { } to)
            {
                await letters.OrganisationLeavingAsync(to, found.Value.Value.Name, deletion.DueAt, ct);
            }
        }

        return deletion;
    }

    /// <summary>Takes it back, unless it has begun; may be repeated.</summary>
    public async Task<Result<Done>> CancelAsync(Caller caller, string organisationId, CancellationToken ct)
    {
        var found = await OwnedAsync(caller, organisationId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        await deletions.CancelAsync(organisationId, ct);
        return default(Done);
    }

    private async Task<Result<Stored<Organisation>>> OwnedAsync(Caller caller, string organisationId, CancellationToken ct)
    {
        var found = await organisations.GetAsync(caller.UserId, organisationId, ct);
        return found.Succeeded && found.Value.Value.RoleOf(caller.UserId) != MemberRole.Owner ? OrganisationErrors.RoleRequired(MemberRole.Owner) : found;
    }
}
