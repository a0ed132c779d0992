using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary>A member as the others see them.</summary>
/// <param name="Email">The address that they were invited by: for admins and owners.</param>
public sealed record MemberBody(string UserId, MemberRole Role, DateTimeOffset Since, string? Email)
{
    /// <param name="reader">The role of who asks.</param>
    public static MemberBody From(Member member, MemberRole reader) => new(member.UserId, member.Role, member.Since, reader >= MemberRole.Admin ? member.Email : null);
}

/// <summary>Body of <c>PATCH /organisations/{organisationId}/members/{userId}</c>.</summary>
public sealed record MemberRoleBody(MemberRole? Role);
