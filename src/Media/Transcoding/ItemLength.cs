using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>How much of the timeline an item makes.</summary>
public static class ItemLength
{
    /// <summary>Frames of each rendition, for items that encode video.</summary>
    public static long Frames(TranscodePlan plan, WorkItemSpec item)
    {
        var chunks = plan.Chunks.Skip(item.FirstChunk).Take(item.ChunkCount).ToList();
        var end = chunks[^1].FrameCount is { } count ? chunks[^1].StartFrame + count : plan.Grid!.TotalFrames;
        return Math.Min(item.FrameLimit ?? long.MaxValue, end - chunks[0].StartFrame);
    }

    /// <summary>Seconds of each rendition; more than 0.</summary>
    public static double Seconds(TranscodePlan plan, WorkItemSpec item) => item.Kind is WorkItemKind.Video or WorkItemKind.HeadStart
        ? Frames(plan, item) / plan.Grid!.FrameRate.Value
        : Math.Max(plan.Info.DurationSeconds, 0.001);
}
