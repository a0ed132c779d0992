using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Users;

namespace StreamPlatform.Functions.Accounts;

/// <summary>A user as operators see them.</summary>
/// <param name="Issuer">Where they sign in, when not here.</param>
public sealed record UserBody(string Id, Role Role, bool Disabled, string? Email, string? Issuer, DateTimeOffset CreatedAt)
{
    public static UserBody From(User user) => new(user.Id, user.Role, user.Disabled, user.Email, user.Issuer, user.CreatedAt);
}

/// <summary>Body of <c>PATCH /operations/users/{userId}</c>; what is left out stays.</summary>
public sealed record PatchUserBody(Role? Role, bool? Disabled);
