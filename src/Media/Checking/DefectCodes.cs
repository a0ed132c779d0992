namespace StreamPlatform.Media.Checking;

/// <summary>Every kind of defect the checker reports.</summary>
public static class DefectCodes
{
    /// <summary>A segment starts later than the one before it ends, or the track does not start at 0.</summary>
    public const string Gap = "check.gap";

    /// <summary>A segment starts before the one before it ends.</summary>
    public const string Overlap = "check.overlap";

    /// <summary>A video segment does not start with a key frame: switching to it breaks the picture.</summary>
    public const string NoKeyFrame = "check.no_key_frame";

    /// <summary>A track of key frames holds others too, lists several as one segment, or doesn't reach to the end of the video.</summary>
    public const string KeyFrames = "check.key_frames";

    /// <summary>Frames within a segment are not shown one after the other over exactly the segment's time.</summary>
    public const string Composition = "check.composition";

    /// <summary>Video renditions are cut at different places.</summary>
    public const string Misaligned = "check.misaligned";

    /// <summary>EXTINF is not the sum of the segment's sample durations.</summary>
    public const string WrongExtInf = "check.wrong_extinf";

    /// <summary>EXT-X-TARGETDURATION is below a rounded EXTINF.</summary>
    public const string WrongTargetDuration = "check.wrong_target_duration";

    /// <summary>CODECS is missing or is not what the init segments say.</summary>
    public const string WrongCodecs = "check.wrong_codecs";

    /// <summary>A listed segment or init segment is not there.</summary>
    public const string MissingSegment = "check.missing_segment";

    /// <summary>A listed playlist is not there.</summary>
    public const string MissingManifest = "check.missing_manifest";

    /// <summary>A manifest can't be read.</summary>
    public const string BrokenManifest = "check.broken_manifest";

    /// <summary>A segment or init segment is not readable ISO BMFF, or is larger than we read.</summary>
    public const string BrokenBox = "check.broken_box";

    /// <summary>The init segments of a track differ, or a segment belongs to another track than its init segment.</summary>
    public const string InitMismatch = "check.init_mismatch";

    /// <summary>The MPD's timeline is not what the segments say.</summary>
    public const string DashMismatch = "check.dash_mismatch";

    /// <summary>A track has no segments, or more than we read.</summary>
    public const string SegmentCount = "check.segment_count";

    /// <summary>A text track is not readable WebVTT.</summary>
    public const string BrokenText = "check.broken_text";

    /// <summary>A rendition group is missing, or its members are not what it may have.</summary>
    public const string BrokenGroup = "check.broken_group";
}
