namespace StreamPlatform.Domain.Catalog.Viewing;

/// <summary>Nobody is entitled to anything: so it is while the platform sells nothing.</summary>
public sealed class NoEntitlements : IEntitlements
{
    public Task<bool> HasAsync(string viewerId, Asset asset, CancellationToken ct) => Task.FromResult(false);
}
