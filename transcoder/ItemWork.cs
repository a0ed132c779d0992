using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Measuring;
using StreamPlatform.Media.Pictures;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Text;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Transcoder;

/// <summary>The work itself: source to scratch, encode or take pictures, upload. Repeating it changes nothing.</summary>
internal sealed class ItemWork(MediaOptions media, Scratch scratch, TimeProvider time, ILogger logger)
{
    /// <summary>Makes the item; the marker to write.</summary>
    public async Task<ItemMarker> MakeAsync(RunBlobs blobs, TranscodePlan plan, WorkItemSpec item, ItemLog log, Action listed, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        using var source = await FetchAsync(blobs, plan, ct);
        using var making = PlatformTraces.Start($"make {KindOf(item)}");
        if (item.Kind == WorkItemKind.Measure)
        {
            var measurements = await new TitleMeasurer(media, time).MeasureAsync(plan, item, source, ct);
            return new ItemMarker { ItemId = item.Id, Measurements = measurements, CpuSeconds = CpuUse.Seconds() };
        }

        var watermark = item.Kind is WorkItemKind.Video or WorkItemKind.HeadStart or WorkItemKind.Pictures ? await blobs.OpenWatermarkAsync(plan, scratch, ct) : null;
        var encoder = new ItemEncoder(media, time, logger) { Watermark = watermark };
        IReadOnlyList<string> pictures = [];
        var texts = new List<TextOutput>();
        var warnings = new List<AssetFailure>();
        switch (item.Kind)
        {
            case WorkItemKind.Pictures:
                pictures = await TakePicturesAsync(blobs, plan, item, source, watermark, ct);
                break;
            case WorkItemKind.Text:
                await TakeTextsAsync(blobs, plan, item, source, texts, warnings, ct);
                break;
            default:
                await EncodeAsync(encoder, blobs, plan, item, source, log, listed, ct);
                break;
        }

        var made = log.Snapshot(finished: true);
        return new ItemMarker
        {
            ItemId = item.Id,
            Outputs = made.Outputs,
            Pictures = pictures,
            Texts = texts,
            Warnings = warnings,
            FirstSegmentAt = made.FirstSegmentAt,
            DecodeErrors = encoder.DecodeErrors,
            WorkedSeconds = time.GetElapsedTime(began).TotalSeconds,
            TitleSeconds = item.Kind is WorkItemKind.Video or WorkItemKind.HeadStart or WorkItemKind.Audio ? ItemLength.Seconds(plan, item) : null,
            CpuSeconds = CpuUse.Seconds(),
        };
    }

    private async Task<SourceCopy> FetchAsync(RunBlobs blobs, TranscodePlan plan, CancellationToken ct)
    {
        using var span = PlatformTraces.Start("open source");
        return await blobs.OpenSourceAsync(plan, scratch, ct);
    }

    private static string KindOf(WorkItemSpec item) => item.Kind == WorkItemKind.HeadStart ? "head start" : item.Kind.ToString().ToLowerInvariant();

    private static async Task EncodeAsync(
        ItemEncoder encoder, RunBlobs blobs, TranscodePlan plan, WorkItemSpec item, SourceCopy source, ItemLog log, Action listed, CancellationToken ct)
    {
        var uploads = new SegmentUploads(blobs, plan, item, log, listed);
        await encoder.EncodeAsync(plan, item, source, uploads.TakeAsync, ct);
        await uploads.FinishAsync();
    }

    private async Task<IReadOnlyList<string>> TakePicturesAsync(RunBlobs blobs, TranscodePlan plan, WorkItemSpec item, SourceCopy source, Watermark? watermark, CancellationToken ct)
    {
        var names = new List<string>();
        await foreach (var picture in new PictureTaker(media, scratch, time) { Watermark = watermark }.TakeAsync(plan, item, source, ct))
        {
            await blobs.CreateAsync(blobs.Paths.Picture(picture.Name), picture.Bytes, picture.ContentType, ct);
            names.Add(picture.Name);
        }

        return names.Count > 0 ? names : throw new EncodeException("pictures.none", "No picture could be taken of the video.", retry: false);
    }

    private async Task TakeTextsAsync(
        RunBlobs blobs, TranscodePlan plan, WorkItemSpec item, SourceCopy source, List<TextOutput> texts, List<AssetFailure> warnings, CancellationToken ct)
    {
        await foreach (var (name, document) in new TextExtractor(media, time).TakeAsync(plan, item, source, ct))
        {
            if (document.Error is { } error)
            {
                warnings.Add(new AssetFailure(error.Code, error.Message));
                continue;
            }

            var bytes = document.Value.ToBytes();
            await blobs.CreateAsync(blobs.Paths.Text(name), bytes, "text/vtt", ct);
            texts.Add(new TextOutput(name, document.Value.Cues.Count, bytes.Length));
        }
    }
}
