using System.Text.Json;

namespace StreamPlatform.Bench;

/// <summary>
/// A minute of 1080p through the whole platform, beside bare ffmpeg doing the same work: how long until a first segment
/// can be played, and how many processor seconds all of it takes.
/// </summary>
internal static class PipelineBench
{
    private const int Seconds = 60;

    private static readonly (string Name, int Width, int Height, double Mbps)[] Ladder =
    [
        ("1080p", 1920, 1080, 8), ("720p", 1280, 720, 5), ("480p", 854, 480, 2.5), ("360p", 640, 360, 1), ("240p", 426, 240, 0.5),
    ];

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var source = Path.Combine(folder, "source.mp4");
            await MakeSourceAsync(source, ct);

            var bareFirst = await MedianAsync(3, () => FirstSegmentAsync(source, folder, ct));
            var bareCpu = (await BareLadderAsync(source, folder, ct)).CpuSeconds;
            var ours = await OursAsync(source, Path.Combine(folder, "data"), ct);

            return
            [
                BenchRow.Against("pipeline.firstPlayable", ours.FirstPlayable, "s", bareFirst),
                BenchRow.Against("pipeline.cpu", ours.CpuSeconds, "CPU-s", bareCpu),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Motion, texture and a tone, at a bitrate a camera would give.</summary>
    private static async Task MakeSourceAsync(string file, CancellationToken ct) =>
        await Measured.RunAsync(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-f", "lavfi", "-i", $"testsrc2=size=1920x1080:rate=30:duration={Seconds}",
                "-f", "lavfi", "-i", $"sine=frequency=440:sample_rate=48000:duration={Seconds}",
                "-vf", "noise=alls=12:allf=t", "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "10M", "-pix_fmt", "yuv420p",
                "-c:a", "aac", "-movflags", "+faststart", file,
            ],
            null,
            ct);

    /// <summary>Seconds until bare ffmpeg has closed its first 360p segment of the file.</summary>
    private static async Task<double> FirstSegmentAsync(string source, string folder, CancellationToken ct)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, "first")).FullName;
        var second = Path.Combine(output, "1.m4s");
        using var process = Measured.Start(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-i", source, "-map", "0:v:0", "-vf", "scale=640:360",
                .. Encoder(Ladder[3]), "-f", "hls", "-hls_time", "4", "-hls_segment_type", "fmp4",
                "-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename", Path.Combine(output, "%d.m4s"),
                "-hls_flags", "temp_file", Path.Combine(output, "index.m3u8"),
            ],
            null);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        // The playlist appears when the first segment is whole: that is bare ffmpeg's own "listed".
        while (!File.Exists(Path.Combine(output, "index.m3u8")) && !File.Exists(second) && !process.HasExited)
            await Task.Delay(2, ct);
        var elapsed = clock.Elapsed.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync(ct);
        Directory.Delete(output, recursive: true);
        return elapsed;
    }

    /// <summary>One process: decode once, split to every rung, audio beside them; the same encoder settings as ours.</summary>
    private static Task<MeasuredRun> BareLadderAsync(string source, string folder, CancellationToken ct)
    {
        var split = $"[0:v]split={Ladder.Length}" + string.Concat(Ladder.Select((_, i) => $"[s{i}]")) + ";" +
            string.Join(';', Ladder.Select((rung, i) => $"[s{i}]scale={rung.Width}:{rung.Height}[v{i}]"));
        var arguments = new List<string> { "-v", "error", "-nostdin", "-y", "-i", source, "-filter_complex", split };
        foreach (var (rung, i) in Ladder.Select((rung, i) => (rung, i)))
            arguments.AddRange(["-map", $"[v{i}]", .. Encoder(rung), Path.Combine(folder, $"bare-{rung.Name}.mp4")]);
        arguments.AddRange(["-map", "0:a:0", "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000", Path.Combine(folder, "bare-audio.mp4")]);
        return Measured.RunAsync("ffmpeg", arguments, null, ct);
    }

    private static IEnumerable<string> Encoder((string Name, int Width, int Height, double Mbps) rung) =>
    [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high", "-threads", "1",
        "-maxrate", FormattableString.Invariant($"{rung.Mbps * 1.5}M"), "-bufsize", FormattableString.Invariant($"{rung.Mbps * 2}M"), "-g", "60", "-keyint_min", "60", "-sc_threshold", "0",
        "-x264-params", "scenecut=0:open-gop=0:stitchable=1:force-cfr=1",
        "-movflags", "+cmaf+frag_keyframe+empty_moov+negative_cts_offsets",
    ];

    private static async Task<(double FirstPlayable, double CpuSeconds)> OursAsync(string source, string data, CancellationToken ct)
    {
        using var platform = Measured.Start(
            Path.Combine(Measured.RepositoryRoot, "stream"),
            ["publish", "--once", "--json", "--data", data, source],
            new Dictionary<string, string> { ["Processing__Pictures"] = "false", ["Processing__PerTitle"] = "false" });
        var (output, errors) = (platform.StandardOutput.ReadToEndAsync(ct), platform.StandardError.ReadToEndAsync(ct));
        var clock = new PlatformClock(platform, data);
        await clock.WatchAsync(ct);
        if (platform.ExitCode != 0)
            throw new InvalidOperationException($"The platform did not publish the source: {await output} {await errors}");
        using var published = JsonDocument.Parse(await output);
        return (published.RootElement.GetProperty("seconds").GetProperty("firstPlayable").GetDouble(), clock.CpuSeconds);
    }

    private static async Task<double> MedianAsync(int runs, Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var i = 0; i < runs; i++)
            values.Add(await measure());
        values.Sort();
        return values[runs / 2];
    }
}
