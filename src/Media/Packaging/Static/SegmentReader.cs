using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>Reads of published segments what stands before their media data, by range.</summary>
internal sealed class SegmentReader(IBlobStore blobs)
{
    /// <summary>Enough for styp and the moof of four seconds of video.</summary>
    private const int FirstLook = 4 << 10;

    /// <summary>Largest init segment; real ones take a kilobyte.</summary>
    private const long MaxInitBytes = 1 << 20;

    /// <summary>The one track of an init segment, and the defaults of its fragments.</summary>
    /// <exception cref="Mp4Exception">It is none.</exception>
    /// <exception cref="BlobChangedException">It is gone.</exception>
    public async Task<(SourceTrack Track, IReadOnlyList<TrackExtendsBox> Defaults)> ReadInitAsync(string name, CancellationToken ct)
    {
        var path = new BlobPath(Containers.Media, name);
        var bytes = await blobs.ReadAsync(path, MaxInitBytes, ct) ?? throw new BlobChangedException(path);
        var moov = BoxParser.ReadAll(bytes).OfType<ContainerBox>().FirstOrDefault(box => box.Type == "moov") ?? throw new Mp4Exception($"{name} has no moov.");
        return (SourceTrack.ReadAll(moov).Single(), [.. moov.Containers("mvex").SelectMany(box => box.Children.OfType<TrackExtendsBox>())]);
    }

    /// <summary>Samples and place of the data of a segment of one fragment, checked against what the presentation says of it.</summary>
    /// <exception cref="Mp4Exception">It says otherwise.</exception>
    /// <exception cref="BlobChangedException">It is gone.</exception>
    public async Task<SegmentTable> ReadTableAsync(PresentedSegment segment, IReadOnlyList<TrackExtendsBox> defaults, CancellationToken ct)
    {
        var head = new byte[Math.Min(segment.Bytes, FirstLook)];
        var known = await blobs.ReadRangeAsync(new BlobPath(Containers.Media, segment.Name), null, 0, head, ct);
        List<SourceSample>? samples = null;
        for (var at = 0L; at + 8 <= segment.Bytes;)
        {
            (head, known) = await ReachAsync(segment, head, known, at + 8, ct);
            var bytes = head.AsMemory((int)at);
            var (type, length) = Header(bytes.Span);
            if (length < 8 || length > segment.Bytes - at) throw new Mp4Exception($"{segment.Name}: {type} claims {length} bytes.");
            if (type == "mdat") return Check(segment, samples, at + 8, length - 8);
            if (type == "moof")
            {
                if (samples is not null) throw new Mp4Exception($"{segment.Name} has more than one fragment.");
                (head, known) = await ReachAsync(segment, head, known, at + length, ct);
                var moof = (ContainerBox)BoxParser.ReadBody(type, head.AsMemory((int)at + 8, (int)length - 8));
                samples = new FragmentSamples(defaults).List(moof, at, segment.Bytes);
            }

            at += length;
        }

        throw new Mp4Exception($"{segment.Name} has no media data.");
    }

    private static SegmentTable Check(PresentedSegment segment, List<SourceSample>? samples, long data, long bytes)
    {
        if (samples is not [var first, ..]) throw new Mp4Exception($"{segment.Name} has no samples.");
        var next = data;
        foreach (var sample in samples)
        {
            if (sample.Offset != next) throw new Mp4Exception($"{segment.Name}: a sample is not where its predecessor ends.");
            next += sample.Size;
        }

        if (next != data + bytes || first.DecodeTime != segment.Start || samples.Sum(sample => (long)sample.Duration) != segment.Duration)
            throw new Mp4Exception($"{segment.Name} is not what was published.");
        return new SegmentTable(segment.Name, data, bytes, samples);
    }

    private static (FourCc Type, long Length) Header(ReadOnlySpan<byte> bytes) =>
        (new FourCc(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[4..])), System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes));

    /// <summary>Reads on until so many bytes are known.</summary>
    private async Task<(byte[] Head, int Known)> ReachAsync(PresentedSegment segment, byte[] head, int known, long wanted, CancellationToken ct)
    {
        if (wanted <= known) return (head, known);
        if (wanted > BoxStreamReader.DefaultMaxBodyBytes) throw new Mp4Exception($"{segment.Name} has a header of more than {BoxStreamReader.DefaultMaxBodyBytes} bytes.");
        if (wanted > head.Length) Array.Resize(ref head, (int)wanted);
        var more = await blobs.ReadRangeAsync(new BlobPath(Containers.Media, segment.Name), null, known, head.AsMemory(known), ct);
        return known + more >= wanted ? (head, known + more) : throw new Mp4Exception($"{segment.Name} ends after {known + more} bytes.");
    }
}
