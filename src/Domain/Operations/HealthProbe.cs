using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Operations;

/// <summary>A dependency and something cheap to ask it.</summary>
/// <param name="Name">What it is for, as people read it.</param>
/// <param name="ViewersNeedIt">Without it nothing plays; else only creators wait.</param>
/// <param name="Ask">Fails when the dependency doesn't answer.</param>
public sealed record HealthProbe(string Name, bool ViewersNeedIt, Func<CancellationToken, Task> Ask)
{
    /// <summary>Nothing has this name; that it isn't there is answer enough.</summary>
    private const string Nothing = "health";

    public static IReadOnlyList<HealthProbe> Of(IBlobStore blobs, IAssetStore assets, ISigningKeys keys, ITranscodeQueue queue, IVideoIndex index, IPublicIndex videos) =>
    [
        new("media storage", true, ct => blobs.FindAsync(new BlobPath(Containers.Media, Nothing), ct)),
        new("upload storage", false, ct => blobs.FindAsync(new BlobPath(Containers.Uploads, Nothing), ct)),
        new("catalog", true, ct => assets.FindAsync(Nothing, ct)),
        new("signing keys", true, keys.ReadAsync),
        new("search", false, ct => index.SearchAsync(new VideoQuery(Nothing, Nothing, new PageRequest(null, 1)), ct)),
        new("public search", false, ct => videos.SuggestAsync(Nothing, 1, ct)),
        new("transcode queue", false, ct => queue.LengthAsync(WorkPriority.Normal, ct)),
    ];
}
