namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>Knows what somebody watched of late, so that it isn't recommended at once again.</summary>
public interface IWatchedVideos
{
    /// <summary>Asset ids; few enough to be held in memory.</summary>
    Task<IReadOnlySet<string>> LatestAsync(string personId, CancellationToken ct);
}
