using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Bench;

/// <summary>
/// What a three-hour source takes of managed heap on its way through cutter, packager and manifests, and what a job with its
/// ffmpeg takes for a 4K source, long enough to be measured first; the baselines are what each may take.
/// </summary>
internal static class MemoryBench
{
    private const double Mebibyte = 1 << 20;
    private const double HeapLimit = 100;
    private const double JobLimit = 700;

    /// <summary>What serverless containers of two cores come with: x265 and SVT-AV1 keep tens of pictures of 10 bit.</summary>
    private const double LargeJobLimit = 4096;
    private const double ClipSeconds = 0.96;
    private const double Hours = 3;

    /// <summary>Both tracks of the clip end with it, so that it can be repeated without a gap.</summary>
    private static readonly OutputGrid Grid = new(new Rational(25, 1), 12800, 512, 48, 96);

    private static readonly string[] Standard = ["-vf", "noise=alls=8:allf=t", "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "30M", "-pix_fmt", "yuv420p"];

    private static readonly string[] Hdr =
    [
        "-vf", "noise=alls=8:allf=t,format=yuv420p10le,setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv",
        "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error", "-tag:v", "hvc1",
    ];

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            return
            [
                BenchRow.Against("memory.packager3h", await PackagerAsync(folder, ct), "MiB", HeapLimit),
                BenchRow.Against("memory.job4k", await JobAsync(folder, "4k", 13, Standard, [], ct), "MiB", JobLimit),
                BenchRow.Against("memory.job4kHdr", await JobAsync(folder, "hdr", 3, Hdr, [], ct), "MiB", JobLimit),
                BenchRow.Against("memory.job4kPremium", await JobAsync(folder, "premium", 1.5, Hdr, ["--profile", "premium"], ct), "MiB", LargeJobLimit),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> PackagerAsync(string folder, CancellationToken ct)
    {
        var clip = Path.Combine(folder, "clip.mp4");
        string[] make =
        [
            "-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=0.96", "-f", "lavfi", "-i", "sine=r=48000:d=0.96",
            "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "2M", "-bf", "0", "-g", "24", "-c:a", "flac", "-strict", "-2", clip,
        ];
        await Measured.RunAsync("ffmpeg", make, null, ct);
        using var ffmpeg = Measured.Start(
            "ffmpeg",
            ["-v", "error", "-nostdin", "-stream_loop", $"{(int)(Hours * 3600 / ClipSeconds)}", "-i", clip, "-c", "copy", "-strict", "-2", "-movflags", "+empty_moov+default_base_moof+frag_keyframe", "-f", "mp4", "pipe:1"],
            null);
        var most = 0L;
        var outputs = new Dictionary<string, RenditionOutput>();
        await foreach (var part in new SegmentCutter([new(0, "180p", new VideoCut(Grid)), new(1, "audio", AudioCut.Following(Grid))]).CutAsync(ffmpeg.StandardOutput.BaseStream, ct))
        {
            if (part is InitPart init)
                outputs[init.Rendition] = new RenditionOutput { Rendition = init.Rendition, Codecs = init.Codecs, InitHash = init.Hash, Timescale = init.Timescale, Segments = new List<SegmentFacts>() };
            else if (part is SegmentPart segment)
                ((List<SegmentFacts>)outputs[segment.Rendition].Segments).Add(segment.Facts);
            Look();
        }

        Publish(outputs, Look);
        return most / Mebibyte;

        void Look() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
    }

    private static void Publish(Dictionary<string, RenditionOutput> outputs, Action look)
    {
        using var services = new ServiceCollection().AddPackaging().BuildServiceProvider();
        var plan = new TranscodePlan
        {
            AssetId = "asset_bench",
            Generation = 1,
            Source = new SourceFile("uploads", "bench", "e", 1, "bench.mp4"),
            Info = new SourceInfo { Container = "mov", DurationSeconds = Hours * 3600, Bytes = 1 },
            Grid = Grid,
            Video = [new VideoRendition("180p", "h264", 320, 180, 23, 1_000_000, 2_000_000, "veryfast", "high")],
            Audio = [new AudioRendition("audio", "flac", 1, 1, 48000, 64_000, "und")],
            Chunks = [new Chunk(0, 0, null)],
            Items = [new WorkItemSpec("video", WorkItemKind.Video, WorkPriority.Normal, 0, 1, ["180p"], 1), new WorkItemSpec("audio", WorkItemKind.Audio, WorkPriority.Normal, 0, 1, ["audio"], 1)],
        };
        var packaged = services.GetRequiredService<IPackager>().Package(
            plan, [new ItemMarker { ItemId = "video", Outputs = [outputs["180p"]] }, new ItemMarker { ItemId = "audio", Outputs = [outputs["audio"]] }]);
        if (!packaged.Succeeded)
            throw new InvalidOperationException(packaged.Error!.Message);
        look();
        var manifests = services.GetRequiredService<IManifestWriter>();
        var written = JsonSerializer.SerializeToUtf8Bytes(packaged.Value, DomainJson.Options).Length
            + manifests.HlsMedia(packaged.Value, "180p", name => name)!.Length + manifests.DashMpd(packaged.Value, name => name).Length;
        look();
        if (packaged.Value.DurationSeconds < Hours * 3600 || written == 0)
            throw new InvalidOperationException($"Only {packaged.Value.DurationSeconds} s were packaged.");
    }

    private static async Task<double> JobAsync(string folder, string name, double seconds, string[] encode, string[] choice, CancellationToken ct)
    {
        var source = Path.Combine(folder, $"{name}.mp4");
        string[] make =
        [
            "-v", "error", "-nostdin", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=size=3840x2160:rate=30:duration={seconds}"),
            "-f", "lavfi", "-i", FormattableString.Invariant($"sine=r=48000:d={seconds}"), .. encode, "-c:a", "aac", source,
        ];
        await Measured.RunAsync("ffmpeg", make, null, ct);
        using var platform = Measured.Start(
            Path.Combine(Measured.RepositoryRoot, "stream"), ["publish", "--once", "--json", "--data", Path.Combine(folder, $"{name}-data"), .. choice, source], null);
        var (output, errors) = (platform.StandardOutput.ReadToEndAsync(ct), platform.StandardError.ReadToEndAsync(ct));
        var most = await JobMemory.WatchAsync(platform, ct);
        return platform.ExitCode == 0 ? most / Mebibyte : throw new InvalidOperationException($"The platform did not publish the source: {await output} {await errors}");
    }
}
