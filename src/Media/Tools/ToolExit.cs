namespace StreamPlatform.Media.Tools;

/// <summary>How a child process ended.</summary>
/// <param name="Code">Exit code; 128 + signal when it was killed.</param>
/// <param name="LastLines">The end of what it said on standard error, bounded.</param>
/// <param name="TimedOut">It was killed for exceeding <see cref="ToolLimits.WallClock"/>.</param>
internal sealed record ToolExit(int Code, IReadOnlyList<string> LastLines, bool TimedOut)
{
    /// <summary>See <see cref="LineTail.DecodeErrors"/>.</summary>
    public long DecodeErrors { get; init; }

    public bool Succeeded => Code == 0 && !TimedOut;

    /// <summary>Processor time or wall clock ran out (SIGXCPU, or SIGKILL at the hard limit of RLIMIT_CPU).</summary>
    public bool OutOfTime => TimedOut || Code is 152;

    public string Tail => string.Join('\n', LastLines);

    public bool Says(string words) => LastLines.Any(line => line.Contains(words, StringComparison.OrdinalIgnoreCase));
}
