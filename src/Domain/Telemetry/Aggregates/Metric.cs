namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>
/// What windows count. The flows, up to <see cref="SessionMinutes"/>, belong to the minute, hour and day in which they happened;
/// everything after them tells of whole sessions, and belongs to the minute, hour and day in which the session began. Windows
/// of a minute stop at <see cref="QuarantinedSessions"/>. Sessions in quarantine count in the metrics that name it, and in no other.
/// </summary>
/// <remarks>Stored by number: new ones come at the end, none is ever removed.</remarks>
public enum Metric
{
    /// <summary>Milliseconds in which pictures moved.</summary>
    WatchedMs,

    /// <summary>Milliseconds of waiting for data after the first picture.</summary>
    StalledMs,

    /// <summary>How often playing waited for data.</summary>
    Stalls,

    Seeks,

    /// <summary>kbit/s times milliseconds: over <see cref="WatchedMs"/> the average bitrate.</summary>
    BitrateMs,

    DroppedFrames,
    RungChanges,

    /// <summary>Milliseconds watched with a larger picture than there was room for.</summary>
    DownscaledMs,

    /// <summary>Milliseconds watched in a page that nobody saw.</summary>
    HiddenMs,

    /// <summary>Bytes of media that were loaded.</summary>
    Bytes,

    /// <summary>Minutes of sessions in which something was watched: in a window of one minute, the viewers present.</summary>
    SessionMinutes,

    /// <summary>Sessions that told anything.</summary>
    Sessions,

    /// <summary>Sessions in which play was asked for.</summary>
    Attempts,

    /// <summary>Sessions that showed a picture.</summary>
    Plays,

    /// <summary>Sessions that watched 30 seconds, or half of a title that is shorter than a minute.</summary>
    Views,

    /// <summary>Players that were closed between the attempt and the first picture.</summary>
    ExitsBeforeStart,

    /// <summary>Attempts that ended with an error before the first picture.</summary>
    StartFailures,

    /// <summary>Plays that ended with an error.</summary>
    PlaybackFailures,

    /// <summary>Milliseconds from attempts to first pictures, added up over <see cref="StartsMeasured"/>.</summary>
    StartupMs,

    /// <summary>Plays whose player told how long the start took.</summary>
    StartsMeasured,

    QuarantinedSessions,

    /// <summary>Views in which 90 of the title's 100 parts were watched.</summary>
    Completions,

    /// <summary>All that was watched in sessions that are <see cref="Views"/>: over them the average view duration.</summary>
    ViewedMs,

    /// <summary>The experience scores of <see cref="Scored"/> sessions, added up.</summary>
    ScoreSum,

    /// <summary>Sessions with an experience score: those that showed a picture, or failed to.</summary>
    Scored,

    /// <summary>Sessions whose score is below <see cref="Folding.ExperienceScore.Poor"/>.</summary>
    PoorSessions,

    QuarantinedViews,
    QuarantinedWatchedMs,
}
