using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Pictures;

/// <summary>
/// Takes everything there is to look at of an asset besides its video: poster, thumbnails, storyboard and animated preview,
/// or the waveform of one that is only heard. Each kind that can't be made is left out.
/// </summary>
public sealed class PictureTaker(MediaOptions media, Scratch scratch, TimeProvider time)
{
    /// <summary>Burned into the pictures; null for none.</summary>
    public Watermark? Watermark { get; init; }

    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    /// <summary>The pictures, those that are ready earlier first.</summary>
    /// <exception cref="ToolKilledException">Somebody killed ffmpeg.</exception>
    public async IAsyncEnumerable<Picture> TakeAsync(TranscodePlan plan, WorkItemSpec item, SourceCopy source, [EnumeratorCancellation] CancellationToken ct)
    {
        var frames = new TrackFrames(_ffmpeg);
        if (plan.Waveform is not null)
        {
            foreach (var picture in await new WaveformTaker(_ffmpeg, frames, scratch, plan, item).TakeAsync(source, ct))
                yield return picture;
        }

        if (plan.Pictures is null)
            yield break;
        var sampling = await new FrameSampler(frames, scratch, plan, item, Watermark).TakeAsync(source, ct);
        if (sampling.Frames.Count == 0)
            yield break;
        foreach (var picture in await new StillMaker(frames, scratch, plan, item, Watermark).MakeAsync(sampling, source, ct))
            yield return picture;
        if (plan.Pictures.Preview is null)
            yield break;
        foreach (var picture in await new PreviewMaker(_ffmpeg, scratch, plan, item, Watermark).MakeAsync(sampling.Frames, source, ct))
            yield return picture;
    }
}
