using System.Diagnostics;
using System.Globalization;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>What a player shows of a source, decoded by the installed ffmpeg without anything of ours, to compare output with; nothing of files that it can't read as they are.</summary>
internal static class SourceReference
{
    private const int Rate = 48_000;
    private const int Window = Rate / 200;

    /// <summary>How alike (1 is the same, 0 unrelated) the source's picture at this time is to the output's; null where it has next to no detail.</summary>
    public static async Task<double?> LikenessAsync(string source, Made made, double seconds)
    {
        var rung = made.Presentation.Video[0];
        var frame = 1 / made.Plan.Grid!.FrameRate.Value;
        var to = await GreyAsync(made.Video!, 0, seconds, rung.Width, rung.Height);
        double? best = null;

        // The nearest picture is shown on the output's grid; which one that is depends on where the source's fall between.
        foreach (var shift in new[] { 0, -frame, frame })
        {
            var from = await GreyAsync(source, made.Plan.Info.Video!.StreamIndex, Math.Max(0, seconds + shift), rung.Width, rung.Height);
            if (from.Length == to.Length && Deviation(from) >= 4)
                best = Math.Max(best ?? -1, Correlation(from, to));
            if (best > 0.99)
                break;
        }

        return best;
    }

    /// <summary>Seconds that the first rendition's sound is late; null where there is next to nothing to hear.</summary>
    public static async Task<double?> SoundLateAsync(string source, Made made)
    {
        var video = made.Plan.Info.Video is null ? "" : "-map 0:v -c:v copy -f null - ";
        var from = await EnvelopeAsync($"-i \"{source}\" {video}-map 0:{made.Plan.Info.Audio[0].StreamIndex} -af aresample={Rate}:async=1:first_pts=0", made.Presentation.DurationSeconds);
        var to = await EnvelopeAsync($"-i {made.Audio[0]} -map 0:a", made.Presentation.DurationSeconds);
        const int Reach = 40;
        var length = Math.Min(from.Length, to.Length) - (2 * Reach);
        if (length < 20 || Deviation(from) < 60)
            return null;
        var middle = from.AsSpan(Reach, length).ToArray();
        var lag = Enumerable.Range(-Reach, 2 * Reach).MaxBy(lag => Correlation(middle, to.AsSpan(Reach + lag, length).ToArray()));
        return (double)lag * Window / Rate;
    }

    private static async Task<double[]> GreyAsync(string file, int stream, double seconds, int width, int height)
    {
        var bytes = await RunAsync(string.Create(CultureInfo.InvariantCulture, $"-i \"{file}\" -ss {seconds:0.###} -map 0:{stream} -frames:v 1 -vf scale={width}:{height},boxblur=3,format=gray -f rawvideo"));
        return [.. bytes.Select(value => (double)value)];
    }

    private static async Task<double[]> EnvelopeAsync(string arguments, double seconds)
    {
        var bytes = await RunAsync(string.Create(CultureInfo.InvariantCulture, $"{arguments} -ac 1 -ar {Rate} -t {Math.Min(seconds, 30):0.###} -f s16le"));
        var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes).ToArray();
        return [.. samples.Chunk(Window).Select(part => Math.Sqrt(part.Average(sample => (double)sample * sample)))];
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Correlation(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average();
        var both = a.Zip(b).Average(pair => (pair.First - meanA) * (pair.Second - meanB));
        return both / Math.Max(1e-9, Deviation(a) * Deviation(b));
    }

    private static async Task<byte[]> RunAsync(string arguments)
    {
        var file = Clips.NewPath("raw");
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", $"-nostdin -v error {arguments} {file}") { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return File.Exists(file) ? await File.ReadAllBytesAsync(file) : [];
    }
}
