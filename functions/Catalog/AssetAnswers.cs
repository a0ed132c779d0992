using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Shows assets with where they play.</summary>
public sealed class AssetAnswers(IPlaybackLinks links)
{
    private static readonly PlaybackLinks NotAsked = new(false, null, null, null, null, null);

    public Task<AssetBody> BodyOfAsync(Asset asset, CancellationToken ct) => BodyOfAsync(asset, FieldSelection.All, ct);

    /// <summary>As above; where it plays is found out, and signed, only when asked for.</summary>
    public async Task<AssetBody> BodyOfAsync(Asset asset, FieldSelection fields, CancellationToken ct) =>
        AssetBody.From(asset, fields.HasAny(AssetBody.OfLinks) ? await links.OfAsync(asset, ct) : NotAsked);

    public async Task<JsonAnswer> OkAsync(Stored<Asset> stored, CancellationToken ct) =>
        JsonAnswer.Ok(await BodyOfAsync(stored.Value, ct)).WithETag(stored.ETag);
}
