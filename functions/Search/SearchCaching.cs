using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Search;

/// <summary>How long answers about public videos may be kept, and by whom.</summary>
internal static class SearchCaching
{
    /// <summary>All who ask the same get the same: within a minute they see what was published, and no longer what was made private.</summary>
    public const string Shared = "public, max-age=60";

    /// <summary>What depends on where the viewer is, no cache can tell apart.</summary>
    public static string Of(PlaybackGrant grant) => grant.DependsOnPlace ? "no-store" : grant.IsShared ? Shared : "private, max-age=60";
}
