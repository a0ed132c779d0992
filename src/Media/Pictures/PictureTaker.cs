using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Pictures;

/// <summary>
/// Takes thumbnails (fitted into their size, black beside or above where the shape differs, so that lists line up) and the
/// poster (the video's own shape) as JPEG.
/// </summary>
public sealed class PictureTaker(MediaOptions media, TimeProvider time)
{
    private const int MaxPictureBytes = 8 << 20;
    private static readonly ToolLimits Limits = new(TimeSpan.FromSeconds(120), 60, 4L << 30);

    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    /// <summary>Name and JPEG of each picture that could be taken; a time without a picture falls back to an earlier one.</summary>
    public async IAsyncEnumerable<(string Name, byte[] Jpeg)> TakeAsync(
        TranscodePlan plan, SourceCopy source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (plan.Pictures is not { } spec)
            yield break;
        foreach (var (name, fraction, filter) in Wanted(spec, plan.Info.Video!))
        {
            if (await TakeAsync(plan, source, fraction, filter, ct) is { } jpeg)
                yield return (name, jpeg);
        }
    }

    private static IEnumerable<(string Name, double Fraction, string Filter)> Wanted(PictureSpec spec, VideoTrack video)
    {
        var poster = VideoFilters.ToStandardRange(video, spec.PosterWidth, spec.PosterHeight) + $"scale={spec.PosterWidth}:{spec.PosterHeight}:out_range=pc,setsar=1";
        yield return ("poster.jpg", spec.PosterFraction, poster);
        var scale = Math.Min((double)spec.ThumbnailWidth / video.Width, (double)spec.ThumbnailHeight / video.Height);
        var (w, h) = (Planning.Ladder.Even(video.Width * scale), Planning.Ladder.Even(video.Height * scale));
        foreach (var fraction in spec.ThumbnailFractions)
        {
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"thumbnail-{fraction * 100:0}.jpg"),
                fraction,
                VideoFilters.ToStandardRange(video, w, h) + $"scale={w}:{h}:out_range=pc,setsar=1,pad={spec.ThumbnailWidth}:{spec.ThumbnailHeight}:-1:-1");
        }
    }

    private async Task<byte[]?> TakeAsync(TranscodePlan plan, SourceCopy source, double fraction, string filter, CancellationToken ct)
    {
        var video = plan.Info.Video!;
        double[] tries = [fraction * video.DurationSeconds, fraction * video.DurationSeconds * 0.8, 0];
        foreach (var seconds in tries)
        {
            await source.EnsureVideoAsync(seconds, seconds, ct);
            var arguments = FfmpegCommand.Build(
                source.File,
                [string.Create(CultureInfo.InvariantCulture, $"-threads 2 -ss {seconds:0.###}")],
                [$"-map 0:{video.StreamIndex} -frames:v 1 -vf \"{filter},format=yuvj420p\" -c:v mjpeg -q:v 3 -threads 1 -fflags +bitexact -flags:v +bitexact -f image2pipe"]);
            var jpeg = new MemoryStream();
            await _ffmpeg.RunAsync(arguments, Limits, (output, stop) => CopyAsync(output, jpeg, stop), ct);
            if (jpeg.Length > 0)
                return jpeg.ToArray();
        }

        return null;
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken ct)
    {
        var buffer = new byte[65536];
        int count;
        while ((count = await from.ReadAsync(buffer, ct)) > 0 && to.Length < MaxPictureBytes)
            to.Write(buffer, 0, count);
    }
}
