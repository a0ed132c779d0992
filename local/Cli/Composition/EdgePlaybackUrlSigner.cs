using StreamPlatform.Domain.Playback;
using StreamPlatform.Local.Host.Edge;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Signs folders of the media container for the runtime's edge, the same for everyone who asks within a bucket.</summary>
internal sealed class EdgePlaybackUrlSigner(SignedFolders edge, Uri publicUrl, TimeProvider clock) : IPlaybackUrlSigner
{
    /// <summary>The least time a URL stays good: a long video can be watched to its end with the URLs it began with.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromHours(12);

    public Task<SignedFolder> SignAsync(string folder, CancellationToken ct)
    {
        var expires = SignatureBuckets.EndFor(folder, clock.GetUtcNow()) + Least;
        return Task.FromResult(new SignedFolder(new Uri(publicUrl, "/media/"), edge.Sign(folder, expires), expires));
    }
}
