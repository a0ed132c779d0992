namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Whom an organisation asks in: an address or a user, one of them.</summary>
/// <param name="Email">Gets a letter.</param>
/// <param name="UserId">The <c>id</c> that they find at <c>GET /account</c>.</param>
/// <param name="Role">What they will be; a viewer without it.</param>
public sealed record Invitee(string? Email, string? UserId, MemberRole? Role);

/// <summary>Which invitation is answered: by the token of its letter, or one of one's own by its id.</summary>
public sealed record InvitationAnswer(string? Token, string? InvitationId);

/// <summary>An invitation as who is invited sees it.</summary>
/// <param name="OrganisationName">Who asks.</param>
public sealed record ReceivedInvitation(Invitation Invitation, string OrganisationName);
