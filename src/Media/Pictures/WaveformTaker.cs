using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Pictures;

/// <summary>Hears an asset that has no picture once, and tells how loud it is where: as numbers, and as its poster.</summary>
internal sealed class WaveformTaker(Tool ffmpeg, TrackFrames frames, Scratch scratch, TranscodePlan plan, WorkItemSpec item)
{
    private const int SampleRate = 16_000;

    private readonly WaveformSpec _spec = plan.Waveform!;

    public async Task<IReadOnlyList<Picture>> TakeAsync(SourceCopy source, CancellationToken ct)
    {
        await source.EnsureAudioAsync(OriginalSeek.From(plan.Info, 0), plan.Info.InOriginal(plan.Info.DurationSeconds), ct);
        var peaks = new Peaks(Math.Max(1, (int)Math.Ceiling(plan.Info.DurationSeconds * SampleRate / _spec.Points)), _spec.Points);
        var part = AudioCommand.Part(plan, SampleRate, "sample_fmts=s16:channel_layouts=mono", (long)Math.Ceiling(plan.Info.DurationSeconds * SampleRate));
        var arguments = FfmpegCommand.Build(
            [FfmpegInput.Source(source.File, string.Join(' ', AudioCommand.Input(plan)))], [$"-map 0:{_spec.StreamIndex} -vn -af {part} -f s16le"]);
        await ffmpeg.RunAsync(arguments, PictureLimits.For(item), (output, stop) => HearAsync(output, peaks, stop), ct);
        if (peaks.Count == 0)
            return [];
        var numbers = new Picture(PictureNames.Waveform, "application/json", Json(peaks));
        return await JpegAsync(WaveformImage.Draw(peaks, _spec.Width, _spec.Height), ct) is { } poster ? [poster, numbers] : [numbers];
    }

    private static async Task HearAsync(Stream output, Peaks peaks, CancellationToken ct)
    {
        var buffer = new byte[65536];
        var held = 0;
        int count;
        while ((count = await output.ReadAsync(buffer.AsMemory(held), ct)) > 0)
        {
            held += count;
            for (var at = 0; at + 1 < held; at += 2)
                peaks.Add(BinaryPrimitives.ReadInt16LittleEndian(buffer.AsSpan(at)));
            if (held % 2 == 1)
                buffer[0] = buffer[held - 1];
            held %= 2;
        }
    }

    /// <summary>The format of BBC's audiowaveform, version 2, which players of waveforms read.</summary>
    private static byte[] Json(Peaks peaks) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        version = 2,
        channels = 1,
        sample_rate = SampleRate,
        samples_per_pixel = peaks.SamplesPerPoint,
        bits = 8,
        length = peaks.Count,
        data = peaks.Points.SelectMany(point => new[] { point.Low >> 8, point.High >> 8 }),
    });

    private async Task<Picture?> JpegAsync(RgbImage image, CancellationToken ct)
    {
        var file = scratch.NewPath(".rgb");
        try
        {
            await File.WriteAllBytesAsync(file, image.Data, ct);
            Picture? made = null;
            var arguments = FfmpegCommand.Build(
                [FfmpegInput.Pixels(file, image.Width, image.Height)],
                ["-vf scale=out_range=pc:out_color_matrix=bt601,format=yuvj420p -c:v mjpeg -q:v 3 -threads 1", TrackFrames.Output]);
            await frames.RunAsync(arguments, PictureLimits.For(item), (_, _, jpeg) => made ??= new Picture(PictureNames.Poster, Picture.Jpeg, jpeg), ct);
            return made;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
