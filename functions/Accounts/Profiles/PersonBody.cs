using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary>Somebody, as anybody may see them.</summary>
/// <param name="Handle">Without its <c>@</c>; absent while they have none.</param>
/// <param name="Avatar">Address of the picture, which takes <c>size</c>.</param>
public sealed record PersonBody(string Id, string? Handle, string? Name, string? Bio, string? Location, string? Language, string? Avatar, DateTimeOffset CreatedAt)
{
    public static PersonBody From(Profile profile, PublicLinks links) =>
        new(profile.PersonId, profile.Handle, profile.Name, profile.Bio, profile.Location, profile.Language, links.AvatarOf(profile), profile.CreatedAt);
}
