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

    /// <summary>Seconds.</summary>
    public const double ShortestClip = 0.1;

    /// <param name="start">Where a clip begins, seconds; null for the whole video.</param>
    /// <param name="end">Where it ends.</param>
    public async Task<Result<Download>> ExecuteAsync(string ownerId, string assetId, string rendition, double? start, double? end, CancellationToken ct)
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
        if (!tracks.Any(track => track.Name == rendition))
        {
            return PlaybackErrors.TrackNotFound();
        }

        var name = NameOf(rendition, start, end, presentation.Value.DurationSeconds);
        return name.Succeeded ? await OfAsync(new RunPaths(asset.Id, runId), name.Value, ct) : name.Error!;
    }

    /// <summary>The file of a published rendition, for whoever may see the asset: that is looked at before.</summary>
    /// <param name="rendition">One of the asset's.</param>
    public Task<Download> OfPublishedAsync(Asset asset, string rendition, CancellationToken ct) =>
        OfAsync(new RunPaths(asset.Id, asset.PublishedRunId!), new DownloadName(rendition), ct);

    private static Result<DownloadName> NameOf(string rendition, double? start, double? end, double duration) => (start, end) switch
    {
        (null, null) => new DownloadName(rendition),
        ({ } from, { } to) when from >= 0 && to - from >= ShortestClip && from < duration => DownloadName.Clip(rendition, from, Math.Min(to, duration)),
        _ => DownloadErrors.RangeInvalid(duration),
    };

    private async Task<Download> OfAsync(RunPaths paths, DownloadName wanted, CancellationToken ct)
    {
        var name = wanted.ToString();
        var path = paths.Download(name);
        if (await blobs.FindAsync(path, ct) is { } file)
        {
            var folder = await signer.SignAsync(paths.Prefix, ct);
            return new Download(wanted.Rendition, DownloadStatus.Ready, folder.UrlOf(path.Name), file.Bytes, folder.ExpiresAt);
        }

        var note = await blobs.ReadAsync(paths.DownloadNote(name), MaxNoteBytes, ct) is { } bytes
            ? JsonSerializer.Deserialize<DownloadNote>(bytes, DomainJson.Options)
            : null;
        if (note is not null && clock.GetUtcNow() - note.RequestedAt < Patience)
        {
            return new Download(wanted.Rendition, note.Failure is null ? DownloadStatus.Making : DownloadStatus.Failed, Failure: note.Failure);
        }

        // The message first: a note without one would have everybody wait for nothing.
        await queue.EnqueueAsync(WorkItem.ForDownload(paths.AssetId, paths.RunId, name), WorkPriority.Normal, ct);
        await blobs.WriteAsync(
            paths.DownloadNote(name),
            JsonSerializer.SerializeToUtf8Bytes(new DownloadNote { RequestedAt = clock.GetUtcNow() }, DomainJson.Options),
            "application/json",
            ct);
        return new Download(wanted.Rendition, DownloadStatus.Making);
    }
}
