namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>What happened in a player.</summary>
public enum PlaybackEventType
{
    /// <summary>Play was asked for.</summary>
    Attempt,

    /// <summary>The first picture is there.</summary>
    Playing,

    /// <summary>It plays still.</summary>
    Heartbeat,

    Pause,
    Resume,

    /// <summary>Playing stopped for want of data, and goes on now.</summary>
    Stall,

    Seek,

    /// <summary>Another rung of the ladder is shown.</summary>
    Rung,

    /// <summary>The page was hidden, or shown again.</summary>
    Visibility,

    Error,

    /// <summary>The title was watched to its end.</summary>
    Ended,

    /// <summary>The player was closed.</summary>
    Exit,
}
