namespace StreamPlatform.Transcoder;

/// <summary>What the launcher learns from a job's end.</summary>
internal enum ExitCode
{
    /// <summary>The item is over: made, failed for good, or not wanted any more.</summary>
    Handled = 0,

    /// <summary>It may work another time; the item is visible again.</summary>
    Fault = 1,

    /// <summary>No queue had an item.</summary>
    NothingToDo = 10,
}
