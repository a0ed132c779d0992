namespace StreamPlatform.Domain.Uploads;

/// <summary>Where an upload is. Which event leads where is in <see cref="UploadTransitions"/>.</summary>
public enum UploadState
{
    /// <summary>Its URL may be written to.</summary>
    Awaiting,

    /// <summary>Its blob arrived whole and became the original of the asset.</summary>
    Committed,

    /// <summary>Given up by its owner, or its blob was refused (<see cref="Upload.Failure"/>).</summary>
    Aborted,

    /// <summary>Nothing was committed in time.</summary>
    Expired,
}
