using StreamPlatform.Domain.Playback;
using StreamPlatform.Local.Host.Edge;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>
/// Signs folders of the media container for the runtime's edge. The expiry is the end of a time bucket, so that everyone
/// who asks within the bucket gets the same URLs and caches stay hot.
/// </summary>
internal sealed class EdgePlaybackUrlSigner(SignedFolders edge, Uri publicUrl, TimeProvider clock) : IPlaybackUrlSigner
{
    /// <summary>How long one signature is handed out.</summary>
    public static readonly TimeSpan Bucket = TimeSpan.FromHours(1);

    /// <summary>The least time a URL stays good: a long video can be watched to its end with the URLs it began with.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromHours(12);

    public Task<SignedFolder> SignAsync(string folder, CancellationToken ct)
    {
        var expires = EndOfBucket(clock.GetUtcNow()) + Least;
        return Task.FromResult(new SignedFolder(new Uri(publicUrl, "/media/"), edge.Sign(folder, expires), expires));
    }

    private static DateTimeOffset EndOfBucket(DateTimeOffset now) =>
        new(now.UtcTicks - (now.UtcTicks % Bucket.Ticks) + Bucket.Ticks, TimeSpan.Zero);
}
