using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Bench;

/// <summary>
/// Two minutes of 1080p30, made by one job at a time, with a core of its own, and by two side by side: what spreading costs
/// in processor time against one bare ffmpeg, how long it takes, and by a model that is fitted to the jobs with a core of
/// their own and tried on the others, how long ten minutes take on up to 100 workers. Everything is run twice, and the least
/// of it counts.
/// </summary>
internal static class FanoutBench
{
    private const int Seconds = 120;
    private const int Rounds = 2;
    private const int SimulatedSeconds = 600;
    private static readonly int[] Curve = [1, 2, 5, 10, 20, 30, 50, 75, 100];

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var (source, tiny) = (Path.Combine(folder, "source.mp4"), Path.Combine(folder, "tiny.mp4"));
            await BareFfmpeg.MakeSourceAsync(source, Seconds, ct);
            await BareFfmpeg.MakeSourceAsync(tiny, 1, ct);

            var (info, probeCpu) = await ProbeAsync(source, ct);
            var (tinyInfo, _) = await ProbeAsync(tiny, ct);
            var bare = double.PositiveInfinity;
            List<PlatformRun> idles = [], ones = [], twos = [], titledRuns = [];

            // Once there and once back: a machine that is slower for minutes is so to neighbours in this order.
            for (var round = 0; round < Rounds; round++)
            {
                Func<Task>[] runs =
                [
                    async () => bare = Math.Min(bare, (await BareFfmpeg.LadderAsync(source, folder, ct)).CpuSeconds),
                    async () => twos.Add(await PublishAsync(source, folder, $"two{round}", 2, 20, ct)),
                    async () => ones.Add(await PublishAsync(source, folder, $"one{round}", 1, 60, ct, ownCore: true)),
                    async () => titledRuns.Add(await PublishAsync(source, folder, $"titled{round}", 2, 20, ct, perTitle: true)),
                    async () => idles.Add(await PublishAsync(tiny, folder, $"idle{round}", 1, 60, ct, ownCore: true)),
                ];
                foreach (var run in round % 2 == 0 ? runs : runs.Reverse())
                    await run();
            }

            var (idle, one, two, titled) = (PlatformRun.Least(idles), PlatformRun.Least(ones), PlatformRun.Least(twos), PlatformRun.Least(titledRuns));

            // What the host used beyond publishing a second: following the run, joining, packaging, and the probe, which counts apart.
            double Transcode(PlatformRun run) => run.Items.Where(item => item.Id != "pictures").Sum(item => item.CpuSeconds) + run.HostCpuSeconds - idle.HostCpuSeconds;
            var extras = probeCpu + titled.Items.Where(item => item.Id == "pictures" || item.Id.StartsWith("measure", StringComparison.Ordinal)).Sum(item => item.CpuSeconds);
            var model = FanoutModel.Fit((one, Plan(info, 1, 60)), (idle, Plan(tinyInfo, 1, 60)));
            Console.Error.WriteLine(model);
            return
            [
                BenchRow.Against("fanout.cpu", Transcode(two), "CPU-s", bare),
                BenchRow.Against("fanout.cpuCoarse", Transcode(one), "CPU-s", bare),
                BenchRow.Against("fanout.extras", extras, "CPU-s", bare),
                BenchRow.Against("fanout.measured1", one.Ready, "s", model.Makespan(Plan(info, 1, 60), 1)),
                BenchRow.Against("fanout.measured2", two.Ready, "s", model.Makespan(Plan(info, 2, 20), 2)),
                .. Simulate(model, info),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Ideal: the processor time of the plan for one worker, divided without rest or start among so many.</summary>
    private static IEnumerable<BenchRow> Simulate(FanoutModel model, SourceInfo info)
    {
        var factor = SimulatedSeconds / info.DurationSeconds;
        var longer = info with
        {
            DurationSeconds = SimulatedSeconds,
            Bytes = (long)(info.Bytes * factor),
            Video = info.Video! with { Frames = (long)(info.Video.Frames * factor), DurationSeconds = SimulatedSeconds },
        };
        var work = model.CpuSeconds(Plan(longer, 1, 60));
        return Curve.Select(workers => BenchRow.Against($"fanout.makespan{workers}", model.Makespan(Plan(longer, workers, 60), workers), "s", work / workers));
    }

    private static TranscodePlan Plan(SourceInfo info, int workers, double chunkSeconds) =>
        new TranscodePlanner(new PlanOptions { Workers = workers, ChunkSeconds = chunkSeconds, PerTitle = false })
            .Plan("asset", 1, new SourceFile("uploads", "source", "etag", info.Bytes, "source.mp4"), info).Value;

    private static Task<PlatformRun> PublishAsync(string source, string folder, string name, int workers, int chunkSeconds, CancellationToken ct, bool perTitle = false, bool ownCore = false) =>
        PlatformRun.PublishAsync(
            source,
            Path.Combine(folder, name),
            new Dictionary<string, string>
            {
                // The launcher runs a job a core, and the runtime counts so many.
                ["DOTNET_PROCESSOR_COUNT"] = $"{workers}",
                ["Processing__Workers"] = $"{workers}",
                ["Processing__ChunkSeconds"] = $"{chunkSeconds}",

                // The bare ffmpeg measures nothing either: measuring counts apart, from a run that does.
                ["Processing__PerTitle"] = perTitle ? "true" : "false",
            },
            ct,
            ownCore);

    private static async Task<(SourceInfo Info, double CpuSeconds)> ProbeAsync(string source, CancellationToken ct)
    {
        var prober = new FfprobeMediaProber(null!, null!, new MediaOptions(), new ProbeOptions(), TimeProvider.System, NullLogger<FfprobeMediaProber>.Instance);
        using var self = Process.GetCurrentProcess();
        var before = PlatformClock.Read(self.Id);
        var info = (await prober.ProbeFileAsync(source, new FileInfo(source).Length, false, ct)).Value;
        var used = PlatformClock.Read(self.Id) - before;
        return (info, used ?? 0);
    }
}
