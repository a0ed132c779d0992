using System.Collections.Frozen;

namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>Where nobody keeps what people watch.</summary>
public sealed class NothingWatched : IWatchedVideos
{
    public Task<IReadOnlySet<string>> LatestAsync(string personId, CancellationToken ct) => Task.FromResult<IReadOnlySet<string>>(FrozenSet<string>.Empty);
}
