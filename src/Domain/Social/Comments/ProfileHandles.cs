using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Profiles;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>People are meant by the handles of their profiles, as long as those are not hidden, or by their IDs.</summary>
public sealed class ProfileHandles(Profiles profiles) : IHandles
{
    public async Task<string?> FindAsync(string name, CancellationToken ct) =>
        OpaqueId.IsValid(name, UserIds.Prefix) ? name
        : await profiles.FindAsync(name, ct) is { Succeeded: true, Value: var profile } ? profile.PersonId
        : null;
}
