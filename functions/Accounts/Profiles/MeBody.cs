using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary>The caller, as they alone see themselves.</summary>
/// <param name="Email">Of who signed up here.</param>
/// <param name="Handle">Without its <c>@</c>; absent while they have none.</param>
/// <param name="HandleChangeableAt">When another one may be taken; absent when now.</param>
/// <param name="DeletionDueAt">When their account is deleted, which they asked for; absent otherwise.</param>
/// <param name="Avatar">Address of the picture, which takes <c>size</c>.</param>
public sealed record MeBody(
    string Id,
    Role Role,
    string? Email,
    string? Handle,
    DateTimeOffset? HandleChangeableAt,
    string? Name,
    string? Bio,
    string? Location,
    string? Language,
    string? Avatar,
    Preferences Preferences,
    Privacy Privacy,
    DateTimeOffset? DeletionDueAt)
{
    /// <param name="profile">Null of somebody who said nothing yet.</param>
    /// <param name="user">Null of an API key's account.</param>
    public static MeBody From(Caller caller, User? user, Profile? profile, AccountDeletion? deletion, PublicLinks links, DateTimeOffset now) => new(
        caller.UserId,
        caller.Role,
        user?.Email,
        profile?.Handle,
        profile?.HandleAt + ProfileRules.BetweenHandles is { } next && next > now ? next : null,
        profile?.Name,
        profile?.Bio,
        profile?.Location,
        profile?.Language,
        profile is null ? null : links.AvatarOf(profile),
        profile?.Preferences ?? new Preferences(),
        profile?.Privacy ?? new Privacy(),
        deletion?.DueAt);
}
