namespace StreamPlatform.Media.Live;

/// <summary>How much of a broadcast is there to be watched. What a viewer is behind by more than this is gone.</summary>
public static class LiveLimits
{
    /// <summary>Complete segments that a playlist lists: half a minute.</summary>
    public const int ListedSegments = 15;

    /// <summary>
    /// Segments that are kept: what has left the playlist is served for as long again as the playlist lasts (RFC 8216bis, 6.2.2).
    /// </summary>
    public const int KeptSegments = 2 * ListedSegments;

    /// <summary>Complete segments, from the newest, whose parts are listed: three target durations (RFC 8216bis, 4.4.4.9).</summary>
    public const int SegmentsInParts = 3;

    /// <summary>CAN-SKIP-UNTIL in target durations, the least that there may be (RFC 8216bis, 4.4.3.8).</summary>
    public const int SkipTargets = 6;

    /// <summary>How far ahead a request may ask to be held, in segments (RFC 8216bis, 6.2.5.2).</summary>
    public const int SegmentsAhead = 2;

    /// <summary>How long a request is held at most, in target durations (RFC 8216bis, 6.2.5.2).</summary>
    public const int HeldTargets = 3;
}
