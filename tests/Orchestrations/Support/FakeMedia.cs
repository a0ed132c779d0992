using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;

namespace StreamPlatform.Orchestrations.Tests.Support;

/// <summary>Prober, planner and packager that answer as they are told.</summary>
internal sealed class FakeMedia : IMediaProber, ITranscodePlanner, IExtensionPlanner, IPackager, IWatermarkReader
{
    public Error? ProbeRefusal { get; set; }

    /// <summary>Probes that throw before one answers.</summary>
    public int ProbeFaults { get; set; }

    public PlanPrices Prices => PlanPrices.Usual;

    public Error? PackageRefusal { get; set; }

    /// <summary>Held while somebody wants something to happen during the probe.</summary>
    public Func<Task> DuringProbe { get; set; } = () => Task.CompletedTask;

    public int Probes { get; private set; }

    /// <summary>Plans have their title measured.</summary>
    public bool Measured { get; set; }

    public double ChosenCrf { get; set; } = 20;
    public IReadOnlyList<string> KeptRungs { get; set; } = ["720p", "360p"];
    public Func<TranscodePlan, TranscodePlan> Change { get; set; } = plan => plan;

    /// <summary>The plan as it came to the packager.</summary>
    public TranscodePlan? Packaged { get; private set; }

    public async Task<Result<SourceInfo>> ProbeAsync(SourceFile source, EncodingChoice choice, CancellationToken ct)
    {
        Probes++;
        await DuringProbe();
        if (ProbeFaults > 0)
        {
            ProbeFaults--;
            throw new IOException("The storage is on holiday.");
        }

        return ProbeRefusal is { } refusal ? refusal : Plans.Info;
    }

    /// <summary>Measured titles get these rungs, at this quality.</summary>
    public LadderChoice ChooseLadder(TranscodePlan plan, IReadOnlyList<RungMeasurement> measurements) => new()
    {
        Video = measurements.Count == 0 ? plan.Video : [.. plan.Video.Where(rung => KeptRungs.Contains(rung.Name)).Select(rung => rung with { Crf = ChosenCrf })],
    };

    public Result<TranscodePlan> Plan(string assetId, int generation, SourceFile source, SourceInfo info, EncodingChoice? choice) =>
        Change(Measured ? Plans.Measured(Plans.Of(assetId, generation, source, info)) : Plans.Of(assetId, generation, source, info));

    public Result<WatermarkSize> Read(byte[] png) => new WatermarkSize(10, 10);

    public Result<Presentation> Package(TranscodePlan plan, IReadOnlyList<ItemMarker> markers)
    {
        Packaged = plan;
        return PackageRefusal is { } refusal ? refusal : new Presentation
        {
            AssetId = plan.AssetId,
            RunId = plan.RunId,
            Complete = true,
            DurationSeconds = 12,
            TargetSegmentSeconds = 4,
            Video = [.. plan.Video.Select(rung => Track(new RunPaths(plan.AssetId, plan.RunId), rung))],
            Audio = [],
        };
    }

    public IReadOnlyList<VideoRendition> Offer(SourcePicture picture, EncodingChoice? choice) => Plans.Offered;

    public double CpuSeconds(SourcePicture picture, Rational frameRate, double seconds, IReadOnlyList<VideoRendition> rungs) => 10;

    public Result<TranscodePlan> Plan(ExtensionOrder order) => Plans.Extending(order);

    private PresentedVideo Track(RunPaths paths, VideoRendition rung) => new()
    {
        Name = rung.Name,
        Codecs = "avc1.64001F",
        Timescale = 12800,
        AverageBitrate = BitrateOf(rung),
        PeakBitrate = BitrateOf(rung),
        Width = rung.Width,
        Height = rung.Height,
        FrameRate = new Rational(25, 1),
        Segments = [new PresentedSegment(paths.Segment(WorkItemKind.Video, rung.Name, 0).Name, paths.Init(WorkItemKind.Video, rung.Name).Name, 0, 51200, 1000)],
    };

    /// <summary>What each rung comes to.</summary>
    public Func<VideoRendition, long> BitrateOf { get; set; } = rung => rung.MaxBitrate;
}
