namespace StreamPlatform.Media.Mp4;

/// <summary>Sizes of the samples in bytes, stsz (ISO/IEC 14496-12, 8.7.3.2).</summary>
/// <param name="CommonSize">Size of every sample, or 0 when they differ.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Sizes">One a sample when they differ, else empty.</param>
public sealed record SampleSizeBox(uint CommonSize, uint Count, IReadOnlyList<uint> Sizes) : Box("stsz")
{
    /// <summary>Sizes that differ.</summary>
    public static SampleSizeBox Of(IReadOnlyList<uint> sizes) => new(0, (uint)sizes.Count, sizes);

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var (common, count) = (reader.U32(), reader.U32());
        if (common != 0) return new SampleSizeBox(common, count, []);
        var sizes = new uint[reader.Count(count, 4)];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = reader.U32();
        return new SampleSizeBox(0, count, sizes);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32(CommonSize);
        writer.U32(Count);
        if (CommonSize != 0) return;
        foreach (var size in Sizes)
            writer.U32(size);
    }
}
