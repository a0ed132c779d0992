using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Playback;

/// <summary>How long manifests may be kept, and by whom.</summary>
internal static class ManifestCaching
{
    /// <summary>A growing playlist gets longer every few seconds, and only its owner sees it.</summary>
    private const string Growing = "private, max-age=1";

    /// <summary>Seconds after which a viewer must see a new revision.</summary>
    private const int MultivariantSeconds = 60;

    private const int LongestSeconds = 300;

    public static string Multivariant(PlaybackGrant grant, Presentation presentation) =>
        presentation.Complete ? Cached(grant, MultivariantSeconds) : Growing;

    /// <summary>Of a manifest that carries signed URLs: at most half of what is left of the signature, so that what a cache gives still works for a while.</summary>
    public static string Signed(PlaybackGrant grant, Presentation presentation, SignedMedia media, DateTimeOffset now) =>
        presentation.Complete
            ? Cached(grant, (int)Math.Clamp((media.ExpiresAt - now).TotalSeconds / 2, 0, LongestSeconds))
            : Growing;

    /// <summary>What depends on where the viewer is, no cache can tell apart.</summary>
    private static string Cached(PlaybackGrant grant, int seconds) =>
        grant.DependsOnPlace ? "no-store" : $"{(grant.IsShared ? "public" : "private")}, max-age={seconds}";
}
