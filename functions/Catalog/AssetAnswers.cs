using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Shows assets with where they play.</summary>
public sealed class AssetAnswers(IPlaybackLinks links)
{
    public async Task<AssetBody> BodyOfAsync(Asset asset, CancellationToken ct) =>
        AssetBody.From(asset, await links.OfAsync(asset, ct));

    public async Task<JsonAnswer> OkAsync(Stored<Asset> stored, CancellationToken ct) =>
        JsonAnswer.Ok(await BodyOfAsync(stored.Value, ct)).WithETag(stored.ETag);
}
