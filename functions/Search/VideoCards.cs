using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Functions.Search;

/// <summary>Shows videos that anybody may find, with their posters.</summary>
public sealed class VideoCards(IPlaybackUrlSigner signer)
{
    public async Task<IReadOnlyList<VideoCardBody>> OfAsync(IEnumerable<Asset> assets, CancellationToken ct) =>
        await Task.WhenAll(assets.Select(asset => OfAsync(asset, ct)));

    public async Task<IReadOnlyList<VideoCardBody>> OfAsync(IEnumerable<FoundVideo> found, CancellationToken ct) => await Task.WhenAll(found.Select(async video =>
        await OfAsync(video.Asset, ct) with { TitleMarks = video.Title.Marks, Description = video.Description }));

    private async Task<VideoCardBody> OfAsync(Asset asset, CancellationToken ct) => new()
    {
        PlaybackId = Discoverable.PlaybackIdOf(asset)!,
        Title = asset.Title,
        Channel = new FoundChannelBody(asset.OwnerId),
        DurationSeconds = asset.DurationSeconds,
        PosterUrl = asset.Pictures?.Poster is { } poster ? (await SignedMedia.SignAsync(signer, [poster], ct)).UrlOf(poster) : null,
        PublishedAt = PublicVideo.PublishedAtOf(asset),
        Category = asset.Metadata.Category,
        Language = asset.Metadata.Language,
    };
}
