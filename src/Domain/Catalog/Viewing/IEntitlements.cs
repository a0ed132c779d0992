namespace StreamPlatform.Domain.Catalog.Viewing;

/// <summary>Knows who may see what is for members or was paid for. Owners are let in before it is asked.</summary>
public interface IEntitlements
{
    /// <param name="viewerId">The account that asks.</param>
    Task<bool> HasAsync(string viewerId, Asset asset, CancellationToken ct);
}
