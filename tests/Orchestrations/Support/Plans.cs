using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Orchestrations.Tests.Support;

/// <summary>A plan with one item of each kind.</summary>
internal static class Plans
{
    public static SourceInfo Info { get; } = new() { Container = "mov", DurationSeconds = 12, Bytes = 1000 };

    public static TranscodePlan Of(string assetId, int generation, SourceFile source, SourceInfo info) => new()
    {
        AssetId = assetId,
        Generation = generation,
        Source = source,
        Info = info,
        Grid = new OutputGrid(new Rational(25, 1), 12800, 512, 50, 100) { TotalFrames = 300 },
        Video =
        [
            new VideoRendition("720p", "h264", 1280, 720, 23, 5_000_000, 10_000_000, "veryfast", "high"),
            new VideoRendition("360p", "h264", 640, 360, 23, 1_000_000, 2_000_000, "veryfast", "main"),
        ],
        Audio = [new AudioRendition("und-128k", "aac", 1, 2, 48000, 128_000, "und")],
        Chunks = [new Chunk(0, 0, null)],
        Items =
        [
            new WorkItemSpec("head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, ["360p"], 1, 200),
            new WorkItemSpec("audio", WorkItemKind.Audio, WorkPriority.High, 0, 1, ["und-128k"], 1),
            new WorkItemSpec("video-c0", WorkItemKind.Video, WorkPriority.Normal, 0, 1, ["720p", "360p"], 10),
            new WorkItemSpec("pictures", WorkItemKind.Pictures, WorkPriority.Normal, 0, 1, [], 1),
        ],
    };

    /// <summary>What can be had of the title: what there is, and a rung of another codec.</summary>
    public static IReadOnlyList<VideoRendition> Offered { get; } =
    [
        new VideoRendition("720p", "h264", 1280, 720, 23, 5_000_000, 10_000_000, "veryfast", "high"),
        new VideoRendition("360p", "h264", 640, 360, 23, 1_000_000, 2_000_000, "veryfast", "main"),
        new VideoRendition("720p-av1", "av1", 1280, 720, 35, 2_500_000, 5_000_000, "8", "main"),
        new VideoRendition("360p-av1", "av1", 640, 360, 35, 500_000, 1_000_000, "8", "main"),
    ];

    /// <summary>One item that makes what is wanted.</summary>
    public static TranscodePlan Extending(ExtensionOrder order) => Of(order.Run.AssetId, order.Run.Generation, order.Source, order.Info) with
    {
        Video = [.. order.Run.Wanted.Select(wanted => Offered.First(rung => rung.Name == wanted.Name) with { Preset = wanted.Preset ?? "8" })],
        Audio = [],
        Items = [new WorkItemSpec("extra-c0", WorkItemKind.Video, order.Run.IsEconomy ? WorkPriority.Low : WorkPriority.Normal, 0, 1, [.. order.Run.Wanted.Select(wanted => wanted.Name)], 10)],
        Extends = new PlannedExtension(order.Run.Number, order.Published.RunId) { IsEconomy = order.Run.IsEconomy },
    };

    /// <summary>The same plan with a measurement before its ladder.</summary>
    public static TranscodePlan Measured(TranscodePlan plan) => plan with
    {
        Measure = new MeasureSpec([new MeasuredSpan(0, 20)], [17, 23, 30]),
        Items = [.. plan.Items.Take(2), new WorkItemSpec("measure", WorkItemKind.Measure, WorkPriority.Normal, 0, 1, ["720p", "360p"], 1), .. plan.Items.Skip(2)],
    };
}
