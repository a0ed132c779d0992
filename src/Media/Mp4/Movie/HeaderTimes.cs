namespace StreamPlatform.Media.Mp4;

/// <summary>Creation and modification time of a header box: seconds since 1904, UTC (ISO/IEC 14496-12, 8.2.2).</summary>
public readonly record struct HeaderTimes(ulong Created, ulong Modified)
{
    /// <summary>True when a value needs the 64-bit form (version 1) of its box.</summary>
    internal bool Need64(ulong duration) => Created > uint.MaxValue || Modified > uint.MaxValue || duration > uint.MaxValue;

    internal static HeaderTimes Read(ref BoxReader reader, int version) => new(reader.U32Or64(version), reader.U32Or64(version));

    internal void Write(BoxWriter writer, int version)
    {
        writer.U32Or64(Created, version);
        writer.U32Or64(Modified, version);
    }
}
