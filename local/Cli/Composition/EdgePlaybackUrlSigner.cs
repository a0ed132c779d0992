using StreamPlatform.Domain.Playback;
using StreamPlatform.Local.Host.Edge;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Signs folders of the media container for the runtime's edge, the same for everyone who asks within a bucket.</summary>
internal sealed class EdgePlaybackUrlSigner(SignedFolders edge, Uri publicUrl, TimeProvider clock) : IPlaybackUrlSigner
{
    public Task<SignedFolder> SignAsync(string folder, CancellationToken ct)
    {
        var expires = SignatureBuckets.EndFor(folder, clock.GetUtcNow()) + SignatureBuckets.Least;
        return Task.FromResult(new SignedFolder(new Uri(publicUrl, "/media/"), edge.Sign(folder, expires), expires));
    }
}
