using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Pictures;

/// <summary>Makes the animated preview: an MP4 from spans of the video, and a WebP from the MP4.</summary>
internal sealed class PreviewMaker(Tool ffmpeg, Scratch scratch, TranscodePlan plan, WorkItemSpec item, Watermark? watermark)
{
    /// <summary>Bytes; what is larger is no preview. Of pictures as they are: five seconds of 320×180 at 15 a second have 6 MB.</summary>
    private const int MaxBytes = 16 << 20;

    private readonly PreviewSpec _spec = plan.Pictures!.Preview!;

    /// <param name="sampled">Spans are moved to key frames near by, so that nothing is decoded in vain.</param>
    public async Task<IReadOnlyList<Picture>> MakeAsync(IReadOnlyList<SampledFrame> sampled, SourceCopy source, CancellationToken ct)
    {
        var starts = _spec.Starts.Select(start => plan.Info.InOriginal(Begin(start, sampled))).ToList();
        foreach (var start in starts)
            await source.EnsureVideoAsync(start, start + _spec.SpanSeconds, ct);
        if (await VideoAsync(source.File, starts, ct) is not { Length: > 0 } video)
            return [];
        var made = new List<Picture> { new(PictureNames.PreviewVideo, "video/mp4", video) };
        var file = scratch.NewPath(".mp4");
        try
        {
            await File.WriteAllBytesAsync(file, video, ct);
            if (await RunAsync(Image(file), ct) is { Length: > 0 } image)
                made.Add(new Picture(PictureNames.PreviewImage, "image/webp", image));
            return made;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private double Begin(double start, IReadOnlyList<SampledFrame> sampled)
    {
        const double Little = 0.001;
        var key = sampled.LastOrDefault(frame => frame.IsKey && frame.Seconds <= start);
        return key is not null && start - key.Seconds <= 0.05 * plan.Info.Video!.DurationSeconds ? key.Seconds + Little : start;
    }

    /// <summary>The spans' pictures first, as they are, in as many runs as their decoders need; then all of them encoded.</summary>
    private async Task<byte[]?> VideoAsync(string file, List<double> starts, CancellationToken ct)
    {
        var pixels = scratch.NewPath(".yuv");
        try
        {
            await using (var all = File.Create(pixels))
            {
                foreach (var some in Decoders.Groups(plan.Info.Video!, starts))
                {
                    if (await RunAsync(Spans(file, some), ct) is not { } made)
                        return null;
                    await all.WriteAsync(made, ct);
                }
            }

            return await RunAsync(Video(pixels), ct);
        }
        finally
        {
            File.Delete(pixels);
        }
    }

    private string Spans(string file, double[] starts)
    {
        var video = plan.Info.Video!;
        var span = string.Create(CultureInfo.InvariantCulture, $"-t {_spec.SpanSeconds:0.###}");
        string Filter(int i) => string.Create(
            CultureInfo.InvariantCulture,
            $"fps={_spec.FrameRate},{VideoFilters.ToStandardRange(video, _spec.Width, _spec.Height)}{watermark?.Burn(_spec.Width, _spec.Height, $"{i}")}{VideoFilters.ToSize(_spec.Width, _spec.Height)}");
        return FfmpegCommand.Build(
            [.. starts.Select(start => FfmpegInput.From(file, start, span))],
            [
                $"-filter_complex_threads 1 -filter_complex \"{string.Join(';', starts.Select((_, i) => $"[{i}:{video.StreamIndex}]setpts=PTS-STARTPTS,{Filter(i)}[s{i}]"))};"
                    + $"{string.Concat(starts.Select((_, i) => $"[s{i}]"))}concat=n={starts.Length}[v]\" -map [v]",
                "-c:v rawvideo -f rawvideo",
            ]);
    }

    private string Video(string pixels) => FfmpegCommand.Build(
        [FfmpegInput.Pictures(pixels, _spec.Width, _spec.Height, _spec.FrameRate)],
        [
            $"-vf {VideoFilters.Tags} -c:v libx264 -threads 1 -preset veryfast -profile:v main -crf 28 -maxrate 500k -bufsize 1M -g 1000 -keyint_min 1000 -sc_threshold 0",
            .. FfmpegCommand.FragmentedMp4("+frag_keyframe"),
        ]);

    private string Image(string file) => FfmpegCommand.Build(
        [FfmpegInput.Source(file)],
        [string.Create(CultureInfo.InvariantCulture, $"-map 0:0 -vf fps={_spec.ImageFrameRate} -c:v libwebp_anim -threads 1 -lossless 0 -q:v 45 -compression_level 3 -loop 0 -f webp")]);

    private async Task<byte[]?> RunAsync(string arguments, CancellationToken ct)
    {
        var made = new MemoryStream();
        var exit = await ffmpeg.RunAsync(
            arguments,
            PictureLimits.For(item),
            async (output, stop) =>
            {
                var buffer = new byte[65536];
                int count;
                while ((count = await output.ReadAsync(buffer, stop)) > 0 && made.Length <= MaxBytes)
                    made.Write(buffer, 0, count);
            },
            ct);
        return exit.Succeeded && made.Length <= MaxBytes ? made.ToArray() : null;
    }
}
