namespace StreamPlatform.Media.Mp4;

/// <summary>Numbers, from 1 and rising, of the samples that decoding can start at, stss (ISO/IEC 14496-12, 8.6.2).</summary>
public sealed record SyncSampleBox(IReadOnlyList<uint> Samples) : Box("stss")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var samples = new uint[reader.Count(reader.U32(), 4)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = reader.U32();
        return new SyncSampleBox(samples);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(0, 0);
        writer.U32((uint)Samples.Count);
        foreach (var sample in Samples)
            writer.U32(sample);
    }
}
