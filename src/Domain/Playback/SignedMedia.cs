using StreamPlatform.Domain.Catalog.Tracks;

namespace StreamPlatform.Domain.Playback;

/// <summary>What opens a presentation's blobs: its run's folder and, where it has any, that of the tracks its owner uploaded.</summary>
public sealed record SignedMedia(SignedFolder Run, SignedFolder? Tracks, string TracksFolder)
{
    public DateTimeOffset ExpiresAt => Tracks is { } tracks && tracks.ExpiresAt < Run.ExpiresAt ? tracks.ExpiresAt : Run.ExpiresAt;

    public static async Task<SignedMedia> SignAsync(IPlaybackUrlSigner signer, Presentation presentation, CancellationToken ct)
    {
        var folder = TrackFiles.FolderOf(presentation.AssetId);
        var hasTracks = presentation.Text.Any(text => text.BlobName.StartsWith(folder, StringComparison.Ordinal));
        return new SignedMedia(
            await signer.SignAsync(new Processing.RunPaths(presentation.AssetId, presentation.RunId).Prefix, ct),
            hasTracks ? await signer.SignAsync(folder, ct) : null,
            folder);
    }

    public string UrlOf(string blobName) =>
        (Tracks is { } tracks && blobName.StartsWith(TracksFolder, StringComparison.Ordinal) ? tracks : Run).UrlOf(blobName);
}
