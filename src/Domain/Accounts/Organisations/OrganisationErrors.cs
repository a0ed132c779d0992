using System.Globalization;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Why something is not done with, or for, an organisation.</summary>
public static class OrganisationErrors
{
    /// <summary>It does not exist, or the caller does not belong to it: which is not told.</summary>
    public static Error NotFound() =>
        new("organisation.not_found", 404, "There is no such organisation, or you are no member of it.");

    /// <summary>A request for an account that the caller may not act for, if there is one.</summary>
    public static Error NotMember() =>
        new("organisation.not_member", 403, "You can't act for this account. Send the id of an organisation that you are a member of as Account-Id, or none.");

    /// <summary>The member's role is too low.</summary>
    public static Error RoleRequired(MemberRole role) =>
        new("organisation.role_required", 403, $"This takes the role {role.ToString().ToLowerInvariant()} in the organisation. Ask one of its owners.");

    /// <summary>What is a person's own is not done for an organisation.</summary>
    public static Error NotForOrganisations() =>
        new("organisation.not_allowed", 403, "This is not done for an organisation. Send the request without Account-Id.");

    /// <summary>An operator turned the organisation off.</summary>
    public static Error Disabled() =>
        new("organisation.disabled", 403, "This organisation was turned off. Ask the operator why.");

    /// <summary>The name is missing, too long, or has control characters.</summary>
    public static Error NameInvalid() =>
        new("organisation.name_invalid", 400, $"An organisation needs a name of 1 to {Text(Organisation.LongestName)} characters.");

    /// <summary>The person belongs to as many organisations as anybody may.</summary>
    public static Error TooMany(int most) =>
        new("organisation.too_many", 409, $"Nobody belongs to more than {Text(most)} organisations. Leave one first.");

    /// <summary>The organisation has as many members as it may.</summary>
    public static Error TooManyMembers() =>
        new("organisation.too_many_members", 409, $"An organisation has at most {Text(Organisation.MostMembers)} members. Remove one first.");

    /// <summary>The organisation was changed since it was read, or by several at once.</summary>
    public static Error Changed() =>
        new("organisation.changed", 412, "The organisation was changed meanwhile. Read it again and repeat the change.");

    /// <summary>Its last owner would be one no longer.</summary>
    public static Error LastOwner() =>
        new("organisation.last_owner", 409, "An organisation always has an owner. Make somebody else one first, or have it deleted.");

    /// <summary>The user belongs to the organisation not, or no longer.</summary>
    public static Error MemberNotFound() =>
        new("organisation.member_not_found", 404, "This user is no member of the organisation.");

    /// <summary>A member's role is to be changed, and to none that there is.</summary>
    public static Error RoleMissing() =>
        new("organisation.role_missing", 400, "A member needs a role: viewer, editor, admin or owner.");

    /// <summary>An invitation goes to an address or to a user, not to both or none.</summary>
    public static Error InviteeMissing() =>
        new("organisation.invitee_missing", 400, "An invitation needs the email or the userId of who is invited, one of them.");

    /// <summary>The invited user is a member already.</summary>
    public static Error AlreadyMember() =>
        new("organisation.already_member", 409, "This user is a member already. Change their role instead.");

    /// <summary>As many were invited within a week as may be.</summary>
    public static Error TooManyInvitations(int most) =>
        new("organisation.too_many_invitations", 409, $"An organisation invites at most {Text(most)} people a week. Try again in some days.");

    /// <summary>The invitation was answered or withdrawn, has expired, is for somebody else, or never was.</summary>
    public static Error InvitationInvalid() =>
        new("organisation.invitation_invalid", 404, "This invitation was answered or withdrawn, is too old, or is not for you. Ask for another.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
