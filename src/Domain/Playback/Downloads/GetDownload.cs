using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>
/// Finds the MP4 file of a published rendition for the asset's owner, and has it made when it is not there. The file lives
/// beside the segments it is made of and goes with them.
/// </summary>
public sealed class GetDownload(
    GetAsset get, Presentations presentations, IBlobStore blobs, ITranscodeQueue queue, IPlaybackUrlSigner signer, TimeProvider clock)
{
    /// <summary>After so long a file that is still missing is asked for again: its message was lost, or it failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private const long MaxNoteBytes = 64 * 1024;

    public async Task<Result<Download>> ExecuteAsync(string ownerId, string assetId, string rendition, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        if (found.Value.Value is not { PublishedRunId: { } runId } asset)
        {
            return PlaybackErrors.NotReady();
        }

        var presentation = await presentations.CurrentAsync(asset, ct);
        if (!presentation.Succeeded)
        {
            return presentation.Error!;
        }

        var tracks = presentation.Value.Video.Concat<PresentedTrack>(presentation.Value.Audio);
        return tracks.Any(track => track.Name == rendition)
            ? await OfAsync(new RunPaths(asset.Id, runId), rendition, ct)
            : PlaybackErrors.TrackNotFound();
    }

    private async Task<Download> OfAsync(RunPaths paths, string rendition, CancellationToken ct)
    {
        var path = paths.Download(rendition);
        if (await blobs.FindAsync(path, ct) is { } file)
        {
            var folder = await signer.SignAsync(paths.Prefix, ct);
            return new Download(rendition, DownloadStatus.Ready, folder.UrlOf(path.Name), file.Bytes, folder.ExpiresAt);
        }

        var note = await blobs.ReadAsync(paths.DownloadNote(rendition), MaxNoteBytes, ct) is { } bytes
            ? JsonSerializer.Deserialize<DownloadNote>(bytes, DomainJson.Options)
            : null;
        if (note is not null && clock.GetUtcNow() - note.RequestedAt < Patience)
        {
            return new Download(rendition, note.Failure is null ? DownloadStatus.Making : DownloadStatus.Failed, Failure: note.Failure);
        }

        // The message first: a note without one would have everybody wait for nothing.
        await queue.EnqueueAsync(WorkItem.ForDownload(paths.AssetId, paths.RunId, rendition), WorkPriority.Normal, ct);
        await blobs.WriteAsync(
            paths.DownloadNote(rendition),
            JsonSerializer.SerializeToUtf8Bytes(new DownloadNote { RequestedAt = clock.GetUtcNow() }, DomainJson.Options),
            "application/json",
            ct);
        return new Download(rendition, DownloadStatus.Making);
    }
}
