namespace StreamPlatform.Media.Mp4;

/// <summary>A run of samples, trun (ISO/IEC 14496-12, 8.8.8); written as version 1, whose composition offsets are signed.</summary>
/// <param name="Fields">Which fields the samples carry; the others come from tfhd or trex.</param>
/// <param name="DataOffset">Where the first sample is, from the base that tfhd names.</param>
/// <param name="FirstSampleFlags">Flags of the first sample in place of the default.</param>
public sealed record TrackRunBox(TrackRunFields Fields, int? DataOffset, SampleFlags? FirstSampleFlags, IReadOnlyList<TrackRunSample> Samples) : Box("trun")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, flags) = reader.Full();
        var count = reader.U32();
        int? offset = (flags & 0x1) != 0 ? reader.I32() : null;
        SampleFlags? first = (flags & 0x4) != 0 ? new SampleFlags(reader.U32()) : null;
        var fields = (TrackRunFields)(flags & (uint)TrackRunFields.All);
        var width = 4 * int.PopCount((int)fields);
        if (width == 0) return new TrackRunBox(fields, offset, first, new BareSamples((int)Math.Min(count, int.MaxValue)));
        var samples = new TrackRunSample[reader.Count(count, width)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = new TrackRunSample(
                fields.HasFlag(TrackRunFields.Duration) ? reader.U32() : 0,
                fields.HasFlag(TrackRunFields.Size) ? reader.U32() : 0,
                new SampleFlags(fields.HasFlag(TrackRunFields.Flags) ? reader.U32() : 0),
                !fields.HasFlag(TrackRunFields.Composition) ? 0 : version == 0 ? (int)Math.Min(reader.U32(), int.MaxValue) : reader.I32());
        }

        return new TrackRunBox(fields, offset, first, samples);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(1, (DataOffset is null ? 0 : 0x1u) | (FirstSampleFlags is null ? 0 : 0x4u) | (uint)Fields);
        writer.U32((uint)Samples.Count);
        if (DataOffset is { } offset) writer.I32(offset);
        if (FirstSampleFlags is { } first) writer.U32(first.Value);
        if (Fields == TrackRunFields.None) return;
        foreach (var sample in Samples)
        {
            if (Fields.HasFlag(TrackRunFields.Duration)) writer.U32(sample.Duration);
            if (Fields.HasFlag(TrackRunFields.Size)) writer.U32(sample.Size);
            if (Fields.HasFlag(TrackRunFields.Flags)) writer.U32(sample.Flags.Value);
            if (Fields.HasFlag(TrackRunFields.Composition)) writer.I32(sample.CompositionOffset);
        }
    }
}
