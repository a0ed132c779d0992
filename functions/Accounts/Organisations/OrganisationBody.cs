using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary>An organisation as its members see it.</summary>
/// <param name="Role">The caller's there; absent for operators who are no members.</param>
/// <param name="Members">How many there are.</param>
/// <param name="Disabled">An operator turned it off.</param>
public sealed record OrganisationBody(string Id, string Name, MemberRole? Role, int Members, bool Disabled, DateTimeOffset CreatedAt)
{
    /// <summary>When it is deleted, which an owner asked for; told of one organisation alone, and not in lists.</summary>
    public DateTimeOffset? DeletionDueAt { get; init; }

    /// <param name="userId">Who asks.</param>
    public static OrganisationBody From(Organisation organisation, string userId) =>
        new(organisation.Id, organisation.Name, organisation.RoleOf(userId), organisation.Members.Count, organisation.Disabled, organisation.CreatedAt);
}

/// <summary>Body of <c>POST /organisations</c> and <c>PATCH /organisations/{organisationId}</c>: 1 to 100 characters.</summary>
public sealed record OrganisationNameBody(string? Name);

/// <summary>Body of <c>PATCH /operations/organisations/{organisationId}</c>.</summary>
public sealed record PatchOrganisationStateBody(bool Disabled);
