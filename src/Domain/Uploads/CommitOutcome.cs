using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Uploads;

/// <summary>What became of a blob in the uploads container.</summary>
/// <param name="Start">The workflow to start; starting one that runs already is success.</param>
/// <param name="Refusal">Why the blob was not accepted.</param>
public sealed record CommitOutcome(CommitVerdict Verdict, ProcessingStart? Start = null, Error? Refusal = null)
{
    /// <summary>The trace that the upload's creation began; null of a blob outside any upload.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>A workflow instance to start.</summary>
public sealed record ProcessingStart(string InstanceId, ProcessingRun Run);

/// <summary>See <see cref="CommitOutcome"/>.</summary>
public enum CommitVerdict
{
    /// <summary>It is the asset's original now.</summary>
    Accepted,

    /// <summary>A repeated or late event: nothing is left to do.</summary>
    AlreadyDone,

    /// <summary>It belongs to no upload; it was left alone.</summary>
    OutsideAnyUpload,

    /// <summary>It replaced an original by another file, or after something was made of it; what is being made or was made stays.</summary>
    ReplacedAfterCommit,

    /// <summary>It was deleted: too late, too large, or the asset can't take it.</summary>
    Refused,
}
