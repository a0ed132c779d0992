namespace StreamPlatform.Media.Tools;

/// <summary>What a child process may use before the system stops it. It may write no files at all: everything comes by pipe.</summary>
/// <param name="WallClock">Killed after this long.</param>
/// <param name="CpuSeconds">Processor time (RLIMIT_CPU).</param>
/// <param name="AddressSpaceBytes">Address space (RLIMIT_AS), not resident memory: thread stacks and arenas count too.</param>
internal sealed record ToolLimits(TimeSpan WallClock, long CpuSeconds, long AddressSpaceBytes)
{
    /// <summary>0 to 19: how readily it lets others have the processor (nice(1)).</summary>
    public int Niceness { get; init; }

    /// <summary>How many of its last lines on standard error are kept.</summary>
    public int LinesKept { get; init; } = 20;
}
