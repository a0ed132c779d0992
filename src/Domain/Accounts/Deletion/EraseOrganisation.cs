using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>What is an organisation's and no person's: who may act for it, and itself.</summary>
public sealed class EraseOrganisation(IDocuments documents, Organisations.Organisations organisations, People people, AccountLetters letters)
{
    public static bool Is(string accountId) => OpaqueId.IsValid(accountId, Organisation.IdPrefix);

    /// <summary>Nobody acts for it any more.</summary>
    internal async Task CloseAsync(string id, CancellationToken ct)
    {
        var closed = await organisations.ChangeAsync(id, organisation => organisation.Disabled ? organisation : organisation with { Disabled = true }, null, ct);
        if (closed.Error?.Code == OrganisationErrors.Changed().Code)
        {
            throw new TimeoutException(closed.Error.Message);
        }
    }

    /// <summary>It goes after all that its members find it by.</summary>
    internal async Task EndAsync(string id, CancellationToken ct)
    {
        while (await organisations.FindAsync(id, ct) is { Value: var organisation } stored)
        {
            foreach (var member in organisation.Members)
            {
                await documents.RemoveAsync(OrganisationPointer.Kind, OrganisationPointer.KeyOf(member.UserId, id), ct);
                if (member.Role == MemberRole.Owner && await people.AddressAsync(member.UserId, ct) is { } to)
                {
                    await letters.OrganisationLeftAsync(to, organisation.Name, ct);
                }
            }

            await documents.WriteAsync(Organisation.Kind.Delete(organisation, stored.ETag), ct);
        }
    }
}
