using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Pictures;

/// <summary>What a process that makes pictures may use: many times what is expected, far less than a runaway would take.</summary>
internal static class PictureLimits
{
    public static ToolLimits For(WorkItemSpec item)
    {
        var cpu = (long)(60 + (item.ExpectedCpuSeconds * 10));
        return new ToolLimits(TimeSpan.FromSeconds(120 + (cpu * 4)), cpu, 4L << 30) { Niceness = item.Priority == WorkPriority.High ? 0 : 10 };
    }
}
