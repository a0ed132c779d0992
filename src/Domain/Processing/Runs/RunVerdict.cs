namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>How a step of a run ended.</summary>
public enum RunVerdict
{
    /// <summary>Go on.</summary>
    Done,

    /// <summary>The run can't succeed; the failure says why.</summary>
    Refused,

    /// <summary>The run is no longer the asset's: it was cancelled, replaced or deleted. Nothing was written.</summary>
    Stopped,

    /// <summary>A job looks into the original: ask again when its marker has appeared.</summary>
    Waiting,
}
