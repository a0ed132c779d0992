using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary>An invitation as the organisation's admins see it; one whose time is over goes.</summary>
/// <param name="Email">The address that was invited, unless a user was.</param>
/// <param name="UserId">The user who was invited, unless an address was.</param>
/// <param name="InvitedBy">The member who invites; should they lose the right to, the invitation counts no longer.</param>
public sealed record InvitationBody(
    string Id, string? Email, string? UserId, MemberRole Role, InvitationState State, string InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static InvitationBody From(Invitation invitation) => new(
        invitation.Id, invitation.Email, invitation.UserId, invitation.Role, invitation.State, invitation.InvitedBy, invitation.CreatedAt, invitation.ExpiresAt);
}

/// <summary>An invitation as who is invited sees it.</summary>
public sealed record ReceivedInvitationBody(string Id, string OrganisationId, string OrganisationName, MemberRole Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static ReceivedInvitationBody From(ReceivedInvitation received) => new(
        received.Invitation.Id, received.Invitation.OrganisationId, received.OrganisationName, received.Invitation.Role, received.Invitation.CreatedAt, received.Invitation.ExpiresAt);
}
