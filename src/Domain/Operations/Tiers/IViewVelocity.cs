namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>How often videos are watched, by whoever counts views.</summary>
public interface IViewVelocity
{
    /// <summary>The asset's views; null when they aren't counted, so that nobody takes an uncounted video for one that nobody watches.</summary>
    Task<ViewVelocity?> FindAsync(string assetId, DateTimeOffset since, CancellationToken ct);
}

/// <summary>How often a video is watched.</summary>
/// <param name="PerDay">Views a day, of late.</param>
/// <param name="Total">Views since it was published.</param>
public sealed record ViewVelocity(double PerDay, double Total);
