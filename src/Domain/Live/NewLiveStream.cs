using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Live;

/// <summary>A live stream that somebody wants.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="PlaybackPolicy">Who may watch; public when it isn't said.</param>
public sealed record NewLiveStream(string? Title, PlaybackPolicy? PlaybackPolicy = null);
