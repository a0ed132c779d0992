using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Transcoding;

/// <summary>Runs ffmpeg for a head start, a video or an audio item and hands out init segments and segments as they are cut.</summary>
public sealed class ItemEncoder(MediaOptions media, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// Segments of sound that are made first of all, from what little of the original they need: a player waits for them,
    /// and all sound of a long original takes long to fetch. The encoder looks back only, so they have the same bytes.
    /// </summary>
    private const int FirstSounds = 2;

    /// <summary>Audio of so many segments is fetched at once.</summary>
    private const int ShortAudio = 6;

    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    /// <summary>Encodes what the item needs of the source; <paramref name="take"/> is called in order and holds ffmpeg up while it runs.</summary>
    /// <exception cref="EncodeException">ffmpeg failed, or made nothing.</exception>
    /// <exception cref="ToolKilledException">Somebody killed ffmpeg.</exception>
    public async Task EncodeAsync(TranscodePlan plan, WorkItemSpec item, SourceCopy source, Func<CutPart, CancellationToken, Task> take, CancellationToken ct)
    {
        if (item.Kind != WorkItemKind.Audio)
        {
            var start = plan.Chunks[item.FirstChunk].StartFrame / plan.Grid!.FrameRate.Value;
            await source.EnsureVideoAsync(start, start + ItemLength.Seconds(plan, item), ct);
            await RunAsync(plan, item, VideoCommand.For(plan, item, source.File), take, ct);
            return;
        }

        var (length, segment) = (ItemLength.Seconds(plan, item), AudioCommand.SecondsOfSegment(plan));
        var early = source.IsPartial && length > ShortAudio * segment ? FirstSounds : 0;
        if (early > 0)
        {
            // A second more closes the last of them at its place and not at the end.
            var seconds = (early * segment) + 1;
            await source.EnsureAudioAsync(0, seconds, ct);
            await RunAsync(plan, item, AudioCommand.For(plan, item, source.File, seconds), (part, stop) => IsBefore(part, early) ? take(part, stop) : Task.CompletedTask, ct);
        }

        await source.EnsureAudioAsync(0, length, ct);
        await RunAsync(plan, item, AudioCommand.For(plan, item, source.File), (part, stop) => early > 0 && IsBefore(part, early) ? Task.CompletedTask : take(part, stop), ct);
    }

    /// <summary>The init segment, or a segment of a lower number.</summary>
    private static bool IsBefore(CutPart part, int number) => part is not SegmentPart segment || segment.Facts.Number < number;

    private async Task RunAsync(
        TranscodePlan plan, WorkItemSpec item, (string Arguments, IReadOnlyList<TrackSpec> Tracks) command, Func<CutPart, CancellationToken, Task> take, CancellationToken ct)
    {
        var (arguments, tracks) = command;
        var silent = tracks.Select(track => track.Rendition).ToHashSet(StringComparer.Ordinal);
        var remainders = new List<SegmentPart>();
        Exception? unreadable = null;
        var exit = await _ffmpeg.RunAsync(arguments, ItemLimits.For(plan, item), CutAsync, ct);

        if (!exit.Succeeded)
        {
            Logs.FfmpegFailed(logger, plan.AssetId, plan.RunId, item.Id, exit.Code, exit.TimedOut, exit.Tail);
            throw exit.Says("Cannot determine format of input") ? NoFrames() : Failure(exit);
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
                    if (part is SegmentPart { IsRemainder: true } remainder)
                        remainders.Add(remainder);
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

    private static EncodeException Failure(ToolExit exit) => exit.OutOfTime
        ? new EncodeException("transcode.too_costly", "Encoding took far longer than a video of this size should; the file is damaged or made to be slow.", retry: false)
        : new EncodeException("transcode.failed", "The file could not be encoded.", retry: true);
}
