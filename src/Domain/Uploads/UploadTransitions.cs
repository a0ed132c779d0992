namespace StreamPlatform.Domain.Uploads;

/// <summary>What can happen to an upload.</summary>
public enum UploadEvent
{
    /// <summary>The blob appeared and is accepted.</summary>
    Committed,

    /// <summary>The owner gives it up.</summary>
    AbortRequested,

    /// <summary>Its time ran out.</summary>
    TimeRanOut,

    /// <summary>The blob appeared and can't become the asset's original.</summary>
    Refused,
}

/// <summary>The upload's state machine: a pair that is not in the table is not allowed.</summary>
public static class UploadTransitions
{
    private static readonly Dictionary<(UploadState From, UploadEvent On), UploadState> Table = new()
    {
        [(UploadState.Awaiting, UploadEvent.Committed)] = UploadState.Committed,
        [(UploadState.Awaiting, UploadEvent.AbortRequested)] = UploadState.Aborted,
        [(UploadState.Awaiting, UploadEvent.TimeRanOut)] = UploadState.Expired,
        [(UploadState.Awaiting, UploadEvent.Refused)] = UploadState.Aborted,

        // The asset changed its state (processing, deleting) between the look at it and the write.
        [(UploadState.Committed, UploadEvent.Refused)] = UploadState.Aborted,
    };

    /// <summary>The state after <paramref name="on"/>, or null when the event is not allowed in <paramref name="from"/>.</summary>
    public static UploadState? Next(UploadState from, UploadEvent on) =>
        Table.TryGetValue((from, on), out var to) ? to : null;
}
