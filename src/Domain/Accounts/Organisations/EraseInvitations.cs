using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Whom an organisation asked in. A person asked nobody.</summary>
public sealed class EraseInvitations(IDocuments documents) : IErasePerson
{
    public string Part => "invitations";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(Invitation.Kind, personId, "", new PageRequest(null, PageRequest.MaxLimit), ListOrder.Descending, ct);
        foreach (var invitation in page.Items)
        {
            if (invitation.UserId is { } userId)
            {
                await documents.RemoveAsync(InvitationPointer.Kind, InvitationPointer.KeyOf(userId, invitation.Id), ct);
            }

            await documents.RemoveAsync(Invitation.Kind, Invitation.KeyOf(personId, invitation.Id), ct);
        }

        return PartErased.Of(page.Cursor, page.Items.Count);
    }
}
