using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Writes a CMAF segment of one fragment (ISO/IEC 23000-19, 7.3): styp, moof, mdat. Nothing in it but the samples and their
/// place on the timeline, so that equal samples give equal bytes.
/// </summary>
internal static class SegmentWriter
{
    public const uint TrackId = 1;

    public static byte[] Write(PendingSegment segment)
    {
        var samples = segment.Samples;
        var duration = samples[0].Duration;
        var fields = TrackRunFields.Size;
        if (samples.Any(sample => sample.Duration != duration)) fields |= TrackRunFields.Duration;
        if (samples.Any(sample => !sample.Flags.IsSync)) fields |= TrackRunFields.Flags;
        if (samples.Any(sample => sample.CompositionOffset != 0)) fields |= TrackRunFields.Composition;
        var header = new TrackFragmentHeaderBox(TrackId, SampleDuration: duration, SampleFlags: SampleFlags.Sync, BaseIsMoof: true);

        var type = new FileTypeBox("styp", "msdh", 0, ["msdh", "cmfs"]);
        // The data offset has a fixed width, so a first pass tells the size of the moof it depends on.
        var moofBytes = Moof(0).ToBytes().Length;
        var writer = new BoxWriter();
        writer.Box(type);
        writer.Box(Moof(moofBytes + 8));
        writer.U32((uint)(segment.Data.Length + 8));
        writer.Code("mdat");
        // The data may be tens of megabytes: it is copied once, and not through a buffer that doubles.
        return [.. writer.ToArray(), .. segment.Data];

        ContainerBox Moof(int dataOffset) => new("moof",
        [
            new MovieFragmentHeaderBox(checked((uint)(segment.Number + 1))),
            new ContainerBox("traf",
            [
                header,
                new TrackFragmentDecodeTimeBox((ulong)segment.Start),
                new TrackRunBox(fields, dataOffset, null, samples),
            ]),
        ]);
    }
}
