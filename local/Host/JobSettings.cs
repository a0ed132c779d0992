namespace StreamPlatform.Local.Host;

/// <summary>A container job that runs as child processes: one for each message that waits, up to a limit.</summary>
public sealed record JobSettings
{
    /// <summary>Names the log files.</summary>
    public required string Name { get; init; }

    /// <summary>The queues that the job takes from; whatever their order, it decides itself which message it takes.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>
    /// The one of <see cref="Queues"/> whose messages somebody waits for, if any. They have a place beyond
    /// <see cref="MaxRunning"/>, and others don't begin in the first seconds beside them when that would fill the machine.
    /// </summary>
    public string? UrgentQueue { get; init; }

    /// <summary>The program and its arguments, <c>dotnet Transcoder.dll</c> for one.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Added to the environment of the host.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Clears away what a process left that ended with a fault, or that was killed.</summary>
    public Action CleanUp { get; init; } = () => { };

    /// <summary>
    /// The environment variable that tells a process the path of its lease file, if the job keeps one: a line of JSON with
    /// <c>queue</c>, <c>messageId</c> and the latest <c>popReceipt</c> of the message it holds. The process keeps the file
    /// locked while it lives and deletes it when it ends in order; what a dead one held is handed back at once.
    /// </summary>
    public string? LeaseSetting { get; init; }

    /// <summary>How many run at once, one more for the urgent queue; by default one a core.</summary>
    public int MaxRunning { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Exit code that says: no message found.</summary>
    public int NothingFoundExitCode { get; init; } = 10;
}
