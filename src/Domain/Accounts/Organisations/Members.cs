using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Who belongs to an organisation, and as what.</summary>
public sealed class Members(IDocuments documents, Organisations organisations)
{
    /// <summary>Gives a member another role. See <see cref="MemberRules"/> for who may.</summary>
    /// <param name="ifMatch">The organisation's ETag that the caller read; null to change whatever is there.</param>
    public async Task<Result<Stored<Organisation>>> ChangeAsync(string actorId, string organisationId, string userId, MemberRole? role, string? ifMatch, CancellationToken ct)
    {
        if (role is null)
        {
            return OrganisationErrors.RoleMissing();
        }

        return await organisations.ChangeAsync(organisationId, organisation => organisation.With(actorId, userId, role), ifMatch, ct);
    }

    /// <summary>Takes a member out, which may be the caller themselves. Who is no member is fine.</summary>
    public async Task<Result<Done>> RemoveAsync(string actorId, string organisationId, string userId, CancellationToken ct)
    {
        // Looked up before: whoever comes back meanwhile has another.
        var pointer = OpaqueId.IsValid(organisationId, Organisation.IdPrefix) && OpaqueId.IsValid(userId, UserIds.Prefix)
            ? await documents.FindAsync(OrganisationPointer.Kind, OrganisationPointer.KeyOf(userId, organisationId), ct)
            : null;
        var changed = await organisations.ChangeAsync(organisationId, organisation => organisation.With(actorId, userId, null), null, ct);
        if (changed.Succeeded && pointer is not null)
        {
            await documents.WriteAsync(OrganisationPointer.Kind.Delete(pointer.Value, pointer.ETag), ct);
        }

        return changed.Succeeded ? default(Done) : changed.Error!;
    }
}
