namespace StreamPlatform.Domain.Telemetry.Investigation;

/// <summary>Why a session was poor.</summary>
public enum PoorReason
{
    /// <summary>An error ended the attempt before the first picture.</summary>
    StartFailure,

    /// <summary>An error ended the play.</summary>
    PlaybackFailure,

    /// <summary>The first picture came late.</summary>
    SlowStart,

    /// <summary>It waited for data.</summary>
    Stalls,

    /// <summary>Frames were left out.</summary>
    DroppedFrames,
}
