using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>
/// Has a job look: what strangers upload is then opened only where nothing else is at hand, and the function app needs no
/// media tools. The answer is the job's marker. A request that nobody works on is queued again, ever more slowly.
/// </summary>
public sealed class ProbeByJob(IBlobStore blobs, ITranscodeQueue queue, ProbeOptions limits, ProcessingOptions options, TimeProvider clock) : IProbes
{
    /// <summary>Doublings of the patience after which it grows no more.</summary>
    private const int MaxDoublings = 5;

    public async Task<Result<SourceInfo>?> AskAsync(ProbeRun run, SourceFile source, EncodingChoice choice, CancellationToken ct)
    {
        if (await blobs.ReadJsonAsync<ItemMarker>(run.Paths.Marker(WorkItem.ProbeItem), ct) is { } marker)
        {
            return Answer(marker);
        }

        var earlier = await blobs.ReadJsonAsync<ProbeRequest>(run.Paths.Probe, ct);
        if (earlier is null || await IsForgottenAsync(run, earlier, ct))
        {
            // Written first, so that the job finds it; should this process die between the two, the next asks in time.
            var request = new ProbeRequest(source, choice, limits) { TimesQueued = 1 + (earlier?.TimesQueued ?? 0) };
            await blobs.WriteAsync(run.Paths.Probe, RunBlobs.ToJson(request), RunBlobs.Json, ct);
            await queue.EnqueueAsync(new WorkItem(run.AssetId, run.RunId, WorkItem.ProbeItem), WorkPriority.High, ct);
        }

        return null;
    }

    public async Task ForgetAsync(ProbeRun run, CancellationToken ct)
    {
        // The request first: a job that comes late finds nothing to do, and writes no marker.
        await blobs.DeleteAsync(run.Paths.Probe, ct);
        await blobs.DeleteAsync(run.Paths.Progress(WorkItem.ProbeItem), ct);
        await blobs.DeleteAsync(run.Paths.Marker(WorkItem.ProbeItem), ct);
    }

    private static Result<SourceInfo> Answer(ItemMarker marker) =>
        marker.Source is { } source ? source
        : marker.Failure is { } failure ? new Error(failure.Code, 422, failure.Message)
        : throw new InvalidDataException($"The marker of {marker.ItemId} has neither facts nor a failure.");

    private async Task<bool> IsForgottenAsync(ProbeRun run, ProbeRequest request, CancellationToken ct)
    {
        var patience = TimeSpan.FromSeconds(options.RequeueSeconds);
        return await IsSilentAsync(run.Paths.Probe, patience * Math.Pow(2, Math.Min(request.TimesQueued - 1, MaxDoublings)), ct)
            && await IsSilentAsync(run.Paths.Progress(WorkItem.ProbeItem), patience, ct);
    }

    private async Task<bool> IsSilentAsync(BlobPath path, TimeSpan patience, CancellationToken ct) =>
        await blobs.FindAsync(path, ct) is not { } blob || clock.GetUtcNow() - blob.LastModified >= patience;
}
