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

    /// <summary>Without the pixel aspect.</summary>
    public string Colours => string.Join(',', Tags.Split(',').Where(tag => tag != "1:1"));

    public double AudioSeconds => (double)_samples.Length / SampleRate;

    /// <param name="seconds">How much of it.</param>
    public static async Task<Readback> OfAsync(Made made, double seconds = 10)
    {
        string pixels = Clips.NewPath("rgb"), samples = Clips.NewPath("pcm");
        var inputs = string.Concat(new[] { made.Video, made.Audio is [var first, ..] ? first : null }.Where(file => file is not null).Select(file => $" -i {file}"));
        var outputs = made.Video is null ? "" : FormattableString.Invariant($" -t {seconds} -map 0:v -vf scale=in_color_matrix=bt709:in_range=tv,format=rgb24 -f rawvideo {pixels}");
        outputs += made.Audio.Count == 0 ? "" : FormattableString.Invariant($" -t {seconds} -map {(made.Video is null ? 0 : 1)}:a -ac 1 -ar {SampleRate} -f s16le {samples}");
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

    /// <summary>How much a frame differs from the one before, in steps of 256 a sample, on average.</summary>
    public double Change(int frame)
    {
        var size = Width * Height * 3;
        long sum = 0;
        for (var i = frame * size; i < (frame + 1) * size; i++)
            sum += Math.Abs(_pixels[i] - _pixels[i - size]);
        return (double)sum / size;
    }

    /// <summary>First letters of the colours in the upper left, upper right and lower left corner; a space where it is grey.</summary>
    public string Corners => string.Concat(new[] { (0.1, 0.1), (0.9, 0.1), (0.1, 0.9) }.Select(place => At(place.Item1, place.Item2) switch
    {
        { R: > 200, G: < 60, B: < 60 } => 'r',
        { R: < 60, G: > 150, B: < 60 } => 'g',
        { R: < 60, G: < 60, B: > 200 } => 'b',
        _ => ' ',
    }));

    /// <summary>Each time the middle of the picture turns white, seconds.</summary>
    public IReadOnlyList<double> Flashes => Onsets(Enumerable.Range(0, Frames).Select(frame => At(0.5, 0.5, frame) is { R: > 190, G: > 190, B: > 190 }), 1, 1 / _frameRate);

    /// <summary>Each time sound begins after a twentieth of a second without any.</summary>
    public IReadOnlyList<double> Beeps => Onsets(_samples.Select(sample => Math.Abs((int)sample) > 3000), SampleRate / 20, 1.0 / SampleRate);

    private static List<double> Onsets(IEnumerable<bool> active, int quiet, double step)
    {
        var onsets = new List<double>();
        int index = 0, silence = quiet;
        foreach (var on in active)
        {
            if (on && silence >= quiet)
                onsets.Add(index * step);
            silence = on ? 0 : silence + 1;
            index++;
        }

        return onsets;
    }

    private static async Task<string> RunAsync(string tool, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && errors.Length == 0 ? await output : throw new InvalidOperationException($"{tool} {arguments}: {errors}");
    }
}
