using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>How what anybody may find is played.</summary>
public static class Discoverable
{
    /// <summary>By which anybody plays it; null when there is none.</summary>
    public static string? PlaybackIdOf(Asset asset) => asset.PlaybackIds.FirstOrDefault(id => id.Policy == PlaybackPolicy.Public)?.Id;
}
