namespace StreamPlatform.Local.Cli;

/// <summary>What the command's exit code says.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Something on this machine or in the platform went wrong.</summary>
    public const int Fault = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;

    /// <summary>The platform works and said no: a file was refused, a check found defects.</summary>
    public const int Rejected = 3;

    /// <summary>Stopped by Ctrl-C or a signal before it was done.</summary>
    public const int Interrupted = 130;
}
