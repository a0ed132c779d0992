using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>
/// Where somebody belonged. Who asks to leave owns none alone; whoever came to since leaves it to who may most, and one that nobody
/// else belongs to is turned off.
/// </summary>
public sealed class EraseMemberships(Organisations organisations, IDocuments documents) : IErasePerson
{
    public string Part => "memberships";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(OrganisationPointer.Kind, personId, "", new PageRequest(null, Organisations.Most), ListOrder.Descending, ct);
        foreach (var pointer in page.Items)
        {
            var left = await organisations.ChangeAsync(pointer.OrganisationId, organisation => organisation.RoleOf(personId) is null ? organisation : Without(organisation, personId), null, ct);
            if (left.Error?.Code == OrganisationErrors.Changed().Code)
            {
                throw new TimeoutException(left.Error.Message);
            }

            await documents.RemoveAsync(OrganisationPointer.Kind, pointer.Key, ct);
        }

        return PartErased.Of(page.Cursor, page.Items.Count);
    }

    private static Organisation Without(Organisation organisation, string personId)
    {
        List<Member> others = [.. organisation.Members.Where(member => member.UserId != personId)];
        if (others.Count > 0 && others.TrueForAll(member => member.Role != MemberRole.Owner))
        {
            var next = others.MaxBy(member => member.Role)!;
            others[others.IndexOf(next)] = next with { Role = MemberRole.Owner };
        }

        return organisation with { Members = others, Disabled = organisation.Disabled || others.Count == 0 };
    }
}
