using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>Adds a text track to an asset, or replaces the one of its language and kind: manifests have it at once, nothing is processed again.</summary>
public sealed class PutTextTrack(Assets assets, GetAsset get, ITextTrackReader reader, TrackFiles files, TimeProvider clock)
{
    /// <param name="ifMatch">The asset's ETag that the caller read, or null.</param>
    /// <returns>The track, or <c>track.*</c>, <c>asset.not_found</c>, <c>asset.changed</c>, <c>asset.wrong_state</c>.</returns>
    public async Task<Result<UploadedTrack>> ExecuteAsync(string ownerId, string assetId, NewTrack track, string? ifMatch, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var label = LabelOf(track);
        if (!label.Succeeded)
        {
            return label.Error!;
        }

        var read = reader.Read(track.File);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        if (OwnedAsset.Refuse(found.Value, ownerId, ifMatch) is { } refused)
        {
            return refused;
        }

        var name = await files.WriteAsync(assetId, track.Language, track.Kind, read.Value.WebVtt, ct);
        var uploaded = new UploadedTrack(track.Language, track.Kind, label.Value, name, read.Value.WebVtt.Length, read.Value.Cues, clock.GetUtcNow());
        var written = await assets.WriteAsync(assetId, stored => OwnedAsset.Refuse(stored, ownerId, ifMatch) is { } error ? error : Put(stored.Value, uploaded), ct);
        if (written.Succeeded)
        {
            await files.SweepAsync(written.Value, ct);
            return uploaded;
        }

        // Of an asset that is being deleted nothing may stay; of one that refused, another writer may have named the same.
        if (written.Error!.Code is "asset.wrong_state" or "asset.not_found")
        {
            await files.DeleteAsync(name, ct);
        }

        return written.Error;
    }

    private static Result<Asset> Put(Asset asset, UploadedTrack track)
    {
        List<UploadedTrack> tracks = [.. asset.TextTracks];
        var at = tracks.FindIndex(other => other.Language == track.Language && other.Kind == track.Kind);
        if (at < 0 && tracks.Count >= TrackErrors.MaxTracks)
        {
            return TrackErrors.TooMany();
        }

        if (at < 0)
        {
            tracks.Add(track);
        }
        else
        {
            tracks[at] = track;
        }

        return asset with { TextTracks = tracks };
    }

    private static Result<string> LabelOf(NewTrack track)
    {
        if (track.Label is null)
        {
            return TextLabels.Of(track.Language, track.Kind);
        }

        var label = track.Label.Trim();
        return label.Length is 0 or > TrackErrors.MaxLabelLength || label.Any(c => char.IsControl(c) || c == '"') ? TrackErrors.LabelInvalid() : label;
    }
}
