using System.Diagnostics;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Output, decoded: every picture as RGB, the sound of the first rendition as samples, and what the bitstream says of itself.</summary>
internal sealed class Readback
{
    private const int SampleRate = 48_000;

    private readonly byte[] _pixels;
    private readonly short[] _samples;
    private readonly double _frameRate;

    private Readback(byte[] pixels, short[] samples, int width, int height, double frameRate, string tags) =>
        (_pixels, _samples, Width, Height, _frameRate, Tags) = (pixels, samples, width, height, frameRate, tags);

    public int Width { get; }

    public int Height { get; }

    public int Frames => Width == 0 ? 0 : _pixels.Length / (Width * Height * 3);

    /// <summary>Range, matrix, transfer and primaries as ffprobe prints them.</summary>
    public string Tags { get; }

    public double AudioSeconds => (double)_samples.Length / SampleRate;

    public static async Task<Readback> OfAsync(Made made)
    {
        string pixels = Clips.NewPath("rgb"), samples = Clips.NewPath("pcm");
        var inputs = string.Concat(new[] { made.Video, made.Audio is [var first, ..] ? first : null }.Where(file => file is not null).Select(file => $" -i {file}"));
        var outputs = made.Video is null ? "" : $" -map 0:v -vf scale=in_color_matrix=bt709:in_range=tv,format=rgb24 -f rawvideo {pixels}";
        outputs += made.Audio.Count == 0 ? "" : $" -map {(made.Video is null ? 0 : 1)}:a -ac 1 -ar {SampleRate} -f s16le {samples}";
        await RunAsync("ffmpeg", $"-nostdin -v error -xerror{inputs}{outputs}");
        var tags = made.Video is null ? "" : (await RunAsync("ffprobe", $"-v error -show_entries stream=color_range,color_space,color_transfer,color_primaries,sample_aspect_ratio,pix_fmt -of csv=p=0 {made.Video}")).Trim();
        var rung = made.Presentation.Video is [var top, ..] ? top : null;
        return new Readback(
            made.Video is null ? [] : await File.ReadAllBytesAsync(pixels),
            made.Audio.Count == 0 ? [] : System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(await File.ReadAllBytesAsync(samples)).ToArray(),
            rung?.Width ?? 0, rung?.Height ?? 0, made.Plan.Grid?.FrameRate.Value ?? 0, tags);
    }

    /// <summary>The colour at a place, told as parts of width and height, in a frame.</summary>
    public (int R, int G, int B) At(double x, double y, int frame = 5)
    {
        var place = ((Math.Min(frame, Frames - 1) * Height + (int)(y * Height)) * Width + (int)(x * Width)) * 3;
        return (_pixels[place], _pixels[place + 1], _pixels[place + 2]);
    }

    /// <summary>When the middle of the picture turns white.</summary>
    public double? Flash => Enumerable.Range(0, Frames).Where(frame => At(0.5, 0.5, frame) is { R: > 190, G: > 190, B: > 190 }).Select(frame => (double?)(frame / _frameRate)).FirstOrDefault();

    /// <summary>When sound begins.</summary>
    public double? Beep
    {
        get
        {
            var loud = Array.FindIndex(_samples, sample => Math.Abs((int)sample) > 3000);
            return loud < 0 ? null : (double)loud / SampleRate;
        }
    }

    /// <summary>Seconds with something to hear.</summary>
    public double LoudSeconds => _samples.Chunk(480).Count(part => part.Any(sample => Math.Abs((int)sample) > 3000)) / 100.0;

    private static async Task<string> RunAsync(string tool, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && errors.Length == 0 ? await output : throw new InvalidOperationException($"{tool} {arguments}: {errors}");
    }
}
