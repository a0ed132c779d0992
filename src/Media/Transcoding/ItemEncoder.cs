using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Loudness;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Transcoding;

/// <summary>Runs ffmpeg for a head start, a video or an audio item and hands out init segments and segments as they are cut.</summary>
public sealed class ItemEncoder(MediaOptions media, TimeProvider time, ILogger logger)
{
    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);
    private long _decodeErrors;

    /// <summary>Burned into the pictures; null for none.</summary>
    public Watermark? Watermark { get; init; }

    /// <summary>Places of the source that could not be decoded and were concealed or skipped.</summary>
    public long DecodeErrors => Interlocked.Read(ref _decodeErrors);

    /// <summary>Fetches what the item needs of the source and encodes it; <paramref name="take"/> is called in order, one call at a time, and holds ffmpeg up while it runs.</summary>
    /// <exception cref="EncodeException">ffmpeg failed, or made nothing.</exception>
    /// <exception cref="ToolKilledException">Somebody killed ffmpeg.</exception>
    public async Task EncodeAsync(TranscodePlan plan, WorkItemSpec item, SourceCopy source, Func<CutPart, CancellationToken, Task> take, CancellationToken ct)
    {
        var length = ItemLength.Seconds(plan, item);
        switch (item.Kind)
        {
            case WorkItemKind.Audio:
                await source.EnsureAudioAsync(OriginalSeek.From(plan.Info, 0), plan.Info.InOriginal(length), ct);
                var levels = await new LoudnessMeter(_ffmpeg).LevelAsync(plan, item, source.File, ct);
                await RunAsync(plan, item, AudioCommand.For(plan, item, source.File, levels), take, ct);
                break;
            case WorkItemKind.HeadStart:
                await HeadStartAsync(plan, item, length, source, take, ct);
                break;
            default:
                var start = plan.Chunks[item.FirstChunk].StartFrame / plan.Grid!.FrameRate.Value;
                await source.EnsureVideoAsync(OriginalSeek.From(plan.Info, start), plan.Info.InOriginal(start + length), ct);
                await RunAsync(plan, item, VideoCommand.For(plan, item, source.File, Watermark), take, ct);
                break;
        }
    }

    /// <summary>
    /// Picture and sound at once. Sound keeps the source's level: how loud the whole is can't be known in time. It is encoded
    /// a second further than it is listed, so that its last segment is closed at its place and not at the end: what the
    /// audio item makes from there on follows without a seam.
    /// </summary>
    private async Task HeadStartAsync(TranscodePlan plan, WorkItemSpec item, double length, SourceCopy source, Func<CutPart, CancellationToken, Task> take, CancellationToken ct)
    {
        const double Further = 1;
        await source.EnsureVideoAsync(OriginalSeek.From(plan.Info, 0), plan.Info.InOriginal(length), ct);
        await source.EnsureAudioAsync(OriginalSeek.From(plan.Info, 0), plan.Info.InOriginal(length + Further), ct);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var one = new SemaphoreSlim(1, 1);
        var segments = (ItemLength.Frames(plan, item) + plan.Grid!.SegmentFrames - 1) / plan.Grid.SegmentFrames;
        await Task.WhenAll(
            EndsBothAsync(RunAsync(plan, item, VideoCommand.For(plan, item, source.File, Watermark), TakeAsync, both.Token)),
            AudioCommand.ShapesOf(plan, item).Count == 0 ? Task.CompletedTask : EndsBothAsync(RunAsync(plan, item, AudioCommand.For(plan, item, source.File, seconds: length + Further), TakeAsync, both.Token)));

        async Task TakeAsync(CutPart part, CancellationToken stop)
        {
            if (part is SegmentPart segment && segment.Facts.Number >= segments)
                return;
            await one.WaitAsync(stop);
            try
            {
                await take(part, stop);
            }
            finally
            {
                one.Release();
            }
        }

        async Task EndsBothAsync(Task work)
        {
            try
            {
                await work;
            }
            catch
            {
                await both.CancelAsync();
                throw;
            }
        }
    }

    private async Task RunAsync(
        TranscodePlan plan, WorkItemSpec item, (string Arguments, IReadOnlyList<TrackSpec> Tracks) command, Func<CutPart, CancellationToken, Task> take, CancellationToken ct)
    {
        var (arguments, tracks) = command;
        var silent = tracks.Select(track => track.Rendition).ToHashSet(StringComparer.Ordinal);
        var remainders = new List<CutPart>();
        Exception? unreadable = null;
        var exit = await _ffmpeg.RunAsync(arguments, ItemLimits.For(plan, item), CutAsync, ct);

        Interlocked.Add(ref _decodeErrors, exit.DecodeErrors);
        if (!exit.Succeeded)
        {
            Logs.FfmpegFailed(logger, plan.AssetId, plan.RunId, item.Id, exit.Code, exit.TimedOut, exit.Tail);
            throw exit.Says("Cannot determine format of input") ? NoFrames() : EncodeException.Of(exit);
        }

        if (silent.Count > 0 && unreadable is null)
            throw NoFrames();
        if (unreadable is not null)
            throw new EncodeException("transcode.failed", "Encoding failed.", retry: true, unreadable);
        foreach (var part in remainders)
            await take(part, ct);

        async Task CutAsync(Stream output, CancellationToken stop)
        {
            try
            {
                await foreach (var part in new SegmentCutter(tracks).CutAsync(output, stop))
                {
                    if (part is SegmentPart)
                        silent.Remove(part.Rendition);

                    // Of an ffmpeg that died between two fragments the output ends as cleanly as of one that was done. What
                    // the end closed waits for its exit code, or half a segment would stay under a name that nobody rewrites.
                    if (part.IsRemainder)
                        remainders.Add(part);
                    else
                        await take(part, stop);
                }
            }
            catch (Exception e) when (e is Mp4Exception or SegmentDefectException)
            {
                // When ffmpeg fails its output ends anywhere; its own words say more than the cutter's.
                unreadable = e;
            }
        }
    }

    private static EncodeException NoFrames() => new("source.no_frames", "Not one frame of the file could be decoded.", retry: false);
}
