using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Transcoding;

/// <summary>What an item's process may use: many times what the plan expects, far less than a runaway would take.</summary>
internal static class ItemLimits
{
    private const long Gibibyte = 1L << 30;

    public static ToolLimits For(TranscodePlan plan, WorkItemSpec item)
    {
        var cpu = (long)(120 + item.ExpectedCpuSeconds * 15);
        // Reference pictures, lookahead and arenas: about 200 bytes a pixel decoded, 100 a pixel of each encoder.
        double pixels = plan.Info.Video is { } video && item.Kind != WorkItemKind.Audio ? 200.0 * video.CodedWidth * video.CodedHeight : 0;
        var encoded = plan.Video.Where(rung => item.Renditions.Contains(rung.Name)).Sum(rung => 100.0 * rung.Width * rung.Height);
        return new ToolLimits(TimeSpan.FromSeconds(600 + cpu * 4), cpu, (3 * Gibibyte) + (long)(pixels + encoded))
        {
            // On a machine that does other things too, what somebody waits for to begin comes before what takes long anyway.
            Niceness = item.Priority == WorkPriority.High ? 0 : 10,
        };
    }
}
