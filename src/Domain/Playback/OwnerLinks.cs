using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;

namespace StreamPlatform.Domain.Playback;

/// <inheritdoc cref="IPlaybackLinks"/>
public sealed class OwnerLinks(Presentations presentations, PlaybackTokens tokens, IPlaybackUrlSigner signer, PlaybackOptions options, TimeProvider clock) : IPlaybackLinks
{
    public async Task<PlaybackLinks> OfAsync(Asset asset, CancellationToken ct)
    {
        if (asset.PlaybackIds is not [var id, ..] || asset is { State: AssetState.Deleting or AssetState.Deleted } or { Trashed: not null } or { IsTakenDown: true })
        {
            return new PlaybackLinks(false, null, null, null, null, null);
        }

        var isPublished = asset.PublishedRunId is not null;
        var growing = !isPublished && asset.State == AssetState.Processing ? await presentations.FindGrowingAsync(asset, ct) : null;
        var token = isPublished && id.Policy == PlaybackPolicy.Public && Audiences.Of(asset, clock.GetUtcNow()) == Audience.Everyone && asset.Restrictions is null ? null : (await tokens.PreviewAsync(id.Id, ct)).Token;
        var query = token is null ? "" : $"?token={token}";
        var isPlayable = isPublished || growing is not null;
        return new PlaybackLinks(
            isPlayable,
            growing?.FirstPlayableAt,
            $"{options.PublicUrl}/watch/{id.Id}{query}",
            isPlayable ? $"{options.PublicUrl}/api/playback/{id.Id}.m3u8{query}" : null,
            isPublished ? $"{options.PublicUrl}/api/playback/{id.Id}.mpd{query}" : null,
            token)
        {
            Pictures = await PicturesAsync(asset, $"{options.PublicUrl}/api/playback/{id.Id}/r{asset.Revision}/storyboard.vtt{query}", ct),
        };
    }

    private async Task<PictureLinks> PicturesAsync(Asset asset, string storyboard, CancellationToken ct) =>
        asset is { PublishedRunId: not null, Pictures: { } pictures }
            ? PictureLinks.Of(pictures, await SignedMedia.SignAsync(signer, pictures.Blobs(), ct), storyboard)
            : PictureLinks.None;
}
