namespace StreamPlatform.Local.Cli;

/// <summary>A command can't go on for a reason its user can act on: one plain sentence, told without a stack trace.</summary>
internal sealed class CommandFailure(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable and machine-readable, such as <c>cli.file_missing</c>.</summary>
    public string Code { get; } = code;

    public int ExitCode { get; init; } = ExitCodes.Fault;
}
