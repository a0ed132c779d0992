using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Nobody has a handle but their ID: so it is while profiles have none.</summary>
public sealed class IdsAsHandles : IHandles
{
    public Task<string?> FindAsync(string name, CancellationToken ct) => Task.FromResult(OpaqueId.IsValid(name, UserIds.Prefix) ? name : null);
}
