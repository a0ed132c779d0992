namespace StreamPlatform.Bench;

/// <summary>
/// A minute of 1080p through the whole platform, beside bare ffmpeg doing the same work: how long until a first segment
/// can be played, and how many processor seconds all of it takes.
/// </summary>
internal static class PipelineBench
{
    private const int Seconds = 60;

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var source = Path.Combine(folder, "source.mp4");
            await BareFfmpeg.MakeSourceAsync(source, Seconds, ct);

            var bareFirst = await MedianAsync(3, () => FirstSegmentAsync(source, folder, ct));
            var bareCpu = (await BareFfmpeg.LadderAsync(source, folder, ct)).CpuSeconds;
            var ours = await PlatformRun.PublishAsync(
                source, Path.Combine(folder, "data"), new Dictionary<string, string> { ["Processing__Pictures"] = "false", ["Processing__PerTitle"] = "false" }, ct);

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

    /// <summary>Seconds until bare ffmpeg has closed its first 360p segment of the file.</summary>
    private static async Task<double> FirstSegmentAsync(string source, string folder, CancellationToken ct)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, "first")).FullName;
        var second = Path.Combine(output, "1.m4s");
        using var process = Measured.Start(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-i", source, "-map", "0:v:0", "-vf", "scale=640:360",
                .. BareFfmpeg.Encoder(BareFfmpeg.Ladder[3]), "-f", "hls", "-hls_time", "4", "-hls_segment_type", "fmp4",
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

    private static async Task<double> MedianAsync(int runs, Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var i = 0; i < runs; i++)
            values.Add(await measure());
        values.Sort();
        return values[runs / 2];
    }
}
