using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>
/// That a download was asked for (<see cref="Processing.RunPaths.DownloadNote"/>), so that a second request does not ask again;
/// and why it could not be made.
/// </summary>
public sealed record DownloadNote
{
    public int Version { get; init; } = 1;
    public required DateTimeOffset RequestedAt { get; init; }
    public AssetFailure? Failure { get; init; }
}
