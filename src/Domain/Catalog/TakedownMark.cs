namespace StreamPlatform.Domain.Catalog;

/// <summary>
/// That moderators took an asset down, apart from what its owner says of it. It stays when they take that back, so that whoever got no
/// answer asks again and all is told again.
/// </summary>
/// <param name="Note">What its owner is told besides the reason; null for nothing.</param>
/// <param name="By">The moderator; their own and the audit trail's.</param>
/// <param name="AppealedAt">When its owner asked for another look, once; null while they have not.</param>
/// <param name="LiftedAt">When it was taken back; null while it holds.</param>
public sealed record TakedownMark(
    DateTimeOffset At, TakedownReason Reason, string? Note, string By, DateTimeOffset? AppealedAt = null, DateTimeOffset? LiftedAt = null)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestNote = 1000;
}
