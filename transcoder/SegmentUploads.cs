using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Transcoder;

/// <summary>Uploads parts beside the encoder, a few at a time, and lists a segment once it and all before it are readable.</summary>
internal sealed class SegmentUploads(RunBlobs blobs, TranscodePlan plan, WorkItemSpec item, ItemLog log, Action listed)
{
    private const int Parallel = 4;

    private readonly SemaphoreSlim _slots = new(Parallel, Parallel);
    private readonly List<Task> _running = [];

    /// <summary>Returns when the part is on its way; waits while too many are, which holds the encoder up.</summary>
    public async Task TakeAsync(CutPart part, CancellationToken ct)
    {
        if (part is InitPart init)
        {
            log.Started(init);
            await blobs.CreateAsync(blobs.Paths.Init(KindOf(init.Rendition), init.Rendition), init.Bytes, ContentType(init.Rendition), ct);
        }
        else if (part is SegmentPart segment)
        {
            log.Expect(segment);
            await StartAsync(() => UploadAsync(segment, ct), ct);
        }
        else if (part is KeyFramePart keys)
        {
            await StartAsync(() => UploadAsync(keys, ct), ct);
        }
    }

    private WorkItemKind KindOf(string rendition) => plan.FolderOf(item, rendition);

    private string ContentType(string rendition) => plan.Audio.Any(audio => audio.Name == rendition) ? "audio/mp4" : "video/mp4";

    public async Task FinishAsync() => await Task.WhenAll(_running);

    private async Task StartAsync(Func<Task> upload, CancellationToken ct)
    {
        await _slots.WaitAsync(ct);
        await ObserveAsync(ct);
        _running.Add(upload());
    }

    private async Task UploadAsync(KeyFramePart keys, CancellationToken ct)
    {
        try
        {
            await blobs.CreateAsync(blobs.Paths.KeyFrames(keys.Rendition, keys.Facts.Start), keys.Bytes, ContentType(keys.Rendition), ct);
            log.Readable(keys);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task UploadAsync(SegmentPart segment, CancellationToken ct)
    {
        try
        {
            await blobs.CreateAsync(blobs.Paths.Segment(KindOf(segment.Rendition), segment.Rendition, segment.Facts.Number), segment.Bytes, ContentType(segment.Rendition), ct);
            if (log.Readable(segment))
                listed();
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Lets go of finished uploads; a failed one throws here, so that the encoder isn't kept busy for nothing.</summary>
    private async Task ObserveAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var done in _running.Where(task => task.IsCompleted).ToList())
        {
            _running.Remove(done);
            await done;
        }
    }
}
