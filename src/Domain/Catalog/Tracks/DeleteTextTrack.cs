using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>Takes an uploaded text track away; one of the source that it stood for is shown again.</summary>
public sealed class DeleteTextTrack(Assets assets, TrackFiles files)
{
    /// <returns><c>track.not_found</c>, <c>asset.not_found</c>, <c>asset.changed</c>, <c>asset.wrong_state</c> when it can't be.</returns>
    public async Task<Result<Done>> ExecuteAsync(string ownerId, string assetId, string language, TextKind kind, string? ifMatch, CancellationToken ct)
    {
        var written = await assets.WriteAsync(assetId, stored => OwnedAsset.Refuse(stored, ownerId, ifMatch) is { } error ? error : Without(stored.Value, language, kind), ct);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        await files.SweepAsync(written.Value, ct);
        return default(Done);
    }

    private static Result<Asset> Without(Asset asset, string language, TextKind kind)
    {
        IReadOnlyList<UploadedTrack> left = [.. asset.TextTracks.Where(track => track.Language != language || track.Kind != kind)];
        return left.Count == asset.TextTracks.Count ? TrackErrors.NotFound() : asset with { TextTracks = left };
    }
}
