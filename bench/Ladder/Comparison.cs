using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Bench.Ladder;

/// <summary>
/// A published title's rungs against the seed ladder: the same encoder, preset and GOP, one pass at the seed's average
/// bitrate over its two-second buffer. Both are made of, and compared with, the pictures that our own filters give.
/// </summary>
internal sealed partial class Comparison(Content content, string folder)
{
    private static readonly Dictionary<int, double> Seed = new() { [2160] = 25e6, [1080] = 8e6, [720] = 5e6, [480] = 2.5e6, [360] = 1e6, [240] = 0.5e6 };

    /// <param name="published">Names and files of the rungs that were kept.</param>
    public async Task<IReadOnlyList<Rung>> RunAsync(IReadOnlyList<(string Name, string File)> published, CancellationToken ct)
    {
        var (video, grid) = await ProbeAsync(ct);
        var rungs = new List<Rung>();
        var kept = Media.Planning.Ladder.For(video, Domain.Processing.Profiles.EncodingProfiles.Fast, new PlanOptions())
            .Where(rung => published.Any(ours => ours.Name == rung.Name)).ToList();
        var references = await ReferencesAsync(video, grid, kept, ct);
        foreach (var (rung, reference) in kept.Zip(references))
        {
            var ours = published.First(made => made.Name == rung.Name).File;
            var seed = await SeedAsync(rung, reference, grid, ct);
            var seconds = grid.TotalFrames / grid.FrameRate.Value;
            rungs.Add(new Rung(content.Name, rung.Name, await LookAsync(ours), await LookAsync(seed)));

            async Task<Encoded> LookAsync(string file) => new(
                await BitsAsync(file, ct) / seconds, await SsimAsync(file, reference, null, ct), await SsimAsync(file, references[0], kept[0], ct));
        }

        return rungs;
    }

    private async Task<(VideoTrack Video, OutputGrid Grid)> ProbeAsync(CancellationToken ct)
    {
        using var scratch = Scratch.Open(Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName);
        var prober = new FfprobeMediaProber(
            null!, scratch, new MediaOptions { ScratchFolder = folder }, new ProbeOptions(), TimeProvider.System, NullLogger<FfprobeMediaProber>.Instance);
        var info = (await prober.ProbeFileAsync(content.File, new FileInfo(content.File).Length, false, ct)).Value;
        return (info.Video!, Grids.For(info.Video!, info.DurationSeconds));
    }

    /// <summary>Every rung's pictures, lossless.</summary>
    private async Task<IReadOnlyList<string>> ReferencesAsync(VideoTrack video, OutputGrid grid, IReadOnlyList<VideoRendition> rungs, CancellationToken ct)
    {
        var files = rungs.Select(rung => Path.Combine(folder, $"{content.Name}-{rung.Name}-reference.mkv")).ToList();
        var graph = $"[0:{video.StreamIndex}]{VideoFilters.ToGrid(grid, 0)},{VideoFilters.ToStandardRange(video, rungs[0].Width, rungs[0].Height)}{VideoCommand.Cascade(rungs)}";
        await Measured.RunAsync(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-y", "-copyts", "-start_at_zero", "-i", content.File, "-filter_complex", graph,
                .. files.SelectMany((file, index) => new[] { "-map", $"[v{index}]", "-frames:v", $"{grid.TotalFrames}", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", file }),
            ],
            null,
            ct);
        return files;
    }

    private async Task<string> SeedAsync(VideoRendition rung, string reference, OutputGrid grid, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"{content.Name}-{rung.Name}-seed.mp4");
        var bitrate = Seed[Math.Min(rung.Width, rung.Height)];
        await Measured.RunAsync(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-y", "-i", reference, "-c:v", "libx264", "-preset", rung.Preset, "-profile:v", "high", "-threads", "1",
                "-b:v", Text(bitrate), "-maxrate", Text(1.5 * bitrate), "-bufsize", Text(2 * bitrate), "-g", $"{grid.GopFrames}",
                "-x264-params", $"keyint={grid.GopFrames}:min-keyint={grid.GopFrames}:scenecut=0:open-gop=0", file,
            ],
            null,
            ct);
        return file;
    }

    private static async Task<double> BitsAsync(string file, CancellationToken ct)
    {
        var packets = await Measured.RunAsync("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "packet=size", "-of", "csv=p=0", file], null, ct);
        return packets.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => 8.0 * int.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture));
    }

    /// <summary>Frame by frame, whatever the files' clocks say.</summary>
    private static async Task<double> SsimAsync(string file, string reference, VideoRendition? enlarged, CancellationToken ct)
    {
        var size = enlarged is null ? "" : FormattableString.Invariant($"scale={enlarged.Width}:{enlarged.Height},");
        var compare = $"[0:v]{size}settb=1/1000,setpts=N[a];[1:v]settb=1/1000,setpts=N[b];[a][b]ssim=stats_file=-:shortest=1";
        var frames = await Measured.RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-i", file, "-i", reference, "-lavfi", compare, "-f", "null", "-"], null, ct);
        return Luma().Matches(frames.Output).Average(frame => double.Parse(frame.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static string Text(double bits) => bits.ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@" Y:([\d.]+)")]
    private static partial Regex Luma();
}
