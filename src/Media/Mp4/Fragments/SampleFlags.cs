namespace StreamPlatform.Media.Mp4;

/// <summary>Sample flags (ISO/IEC 14496-12, 8.8.3.1).</summary>
public readonly record struct SampleFlags(uint Value)
{
    /// <summary>Depends on no other sample: a place to start decoding.</summary>
    public static SampleFlags Sync { get; } = new(0x02000000);

    /// <summary>Depends on others and is no place to start.</summary>
    public static SampleFlags Dependent { get; } = new(0x01010000);

    public bool IsSync => (Value & 0x00010000) == 0;
}
