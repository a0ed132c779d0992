namespace StreamPlatform.Media.Mp4;

/// <summary>The per-sample fields of a trun, by their flag bits (ISO/IEC 14496-12, 8.8.8.1).</summary>
[Flags]
public enum TrackRunFields
{
    None = 0,
    Duration = 0x100,
    Size = 0x200,
    Flags = 0x400,
    Composition = 0x800,
    All = Duration | Size | Flags | Composition,
}
