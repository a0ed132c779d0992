using StreamPlatform.Domain.Recommendations.Home;

namespace StreamPlatform.Domain.Tests.Recommendations;

/// <summary>What a test says that everybody watched.</summary>
internal sealed class WatchedList : IWatchedVideos
{
    public HashSet<string> AssetIds { get; } = [];

    public Task<IReadOnlySet<string>> LatestAsync(string personId, CancellationToken ct) => Task.FromResult<IReadOnlySet<string>>(AssetIds);
}
