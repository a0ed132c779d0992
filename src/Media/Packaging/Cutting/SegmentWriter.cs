using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Writes a CMAF segment of one fragment (ISO/IEC 23000-19, 7.3): styp, moof, mdat. Nothing in it but the samples and their
/// place on the timeline, so that equal samples give equal bytes.
/// </summary>
internal static class SegmentWriter
{
    public const uint TrackId = 1;

    public static FileTypeBox Type { get; } = new("styp", "msdh", 0, ["msdh", "cmfs"]);

    public static byte[] Write(PendingSegment segment)
    {
        var writer = new BoxWriter();
        writer.Box(Type);
        Head(writer, checked((uint)(segment.Number + 1)), segment.Start, segment.Samples, segment.Data.Length);
        // The data may be tens of megabytes: it is copied once, and not through a buffer that doubles.
        return [.. writer.ToArray(), .. segment.Data];
    }

    /// <summary>A fragment alone: moof and mdat (ISO/IEC 23000-19, 7.3.2.3).</summary>
    public static void Chunk(BoxWriter writer, uint sequence, long start, IReadOnlyList<TrackRunSample> samples, ReadOnlySpan<byte> data)
    {
        Head(writer, sequence, start, samples, data.Length);
        writer.Bytes(data);
    }

    /// <summary>What comes before the data: moof, and the size and type of mdat.</summary>
    private static void Head(BoxWriter writer, uint sequence, long start, IReadOnlyList<TrackRunSample> samples, int dataBytes)
    {
        var duration = samples[0].Duration;
        var fields = TrackRunFields.Size;
        if (samples.Any(sample => sample.Duration != duration)) fields |= TrackRunFields.Duration;
        if (samples.Any(sample => !sample.Flags.IsSync)) fields |= TrackRunFields.Flags;
        if (samples.Any(sample => sample.CompositionOffset != 0)) fields |= TrackRunFields.Composition;
        var header = new TrackFragmentHeaderBox(TrackId, SampleDuration: duration, SampleFlags: SampleFlags.Sync, BaseIsMoof: true);

        // The data offset has a fixed width, so a first pass tells the size of the moof it depends on.
        var moofBytes = Moof(0).ToBytes().Length;
        writer.Box(Moof(moofBytes + 8));
        writer.U32((uint)(dataBytes + 8));
        writer.Code("mdat");

        ContainerBox Moof(int dataOffset) => new("moof",
        [
            new MovieFragmentHeaderBox(sequence),
            new ContainerBox("traf",
            [
                header,
                new TrackFragmentDecodeTimeBox((ulong)start),
                new TrackRunBox(fields, dataOffset, null, samples),
            ]),
        ]);
    }
}
