namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>Why an original could not be looked into, beside what is wrong with it.</summary>
public static class ProbeErrors
{
    /// <summary>The original is not the one that was committed any more.</summary>
    public static readonly Error Changed = new("source.changed", 422, "The original was replaced or deleted while it was read. Upload the file again.");

    /// <summary>Jobs tried as often as they may, and none came to an end.</summary>
    public static readonly Error GivenUp = new("source.probe_failed", 500, "The file could not be looked into, which may be a fault of ours. Process it again; if that fails too, tell the operator.");

    /// <summary>Nothing is wrong: a job looks, and its answer is asked for again.</summary>
    internal static readonly Error Pending = Error.Silent("source.probing");
}
