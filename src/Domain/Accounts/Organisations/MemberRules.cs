namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Who may give which role to whom: everybody may give up of their own, admins decide on those below them, owners on all.</summary>
public static class MemberRules
{
    /// <summary>Why it may not be, or null.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="now">The role of who is decided on; null of who is invited.</param>
    /// <param name="next">What they get; null to be a member no longer.</param>
    /// <param name="isSelf">Somebody decides on themselves.</param>
    public static Error? Check(MemberRole actor, MemberRole? now, MemberRole? next, bool isSelf)
    {
        var givesUp = isSelf && (next is null || next <= now);
        var decides = actor == MemberRole.Owner || (actor == MemberRole.Admin && now is null or < MemberRole.Admin && next is null or < MemberRole.Admin);
        return givesUp || decides ? null : OrganisationErrors.RoleRequired(LeastFor(now, next));
    }

    private static MemberRole LeastFor(MemberRole? now, MemberRole? next) => now >= MemberRole.Admin || next >= MemberRole.Admin ? MemberRole.Owner : MemberRole.Admin;
}
