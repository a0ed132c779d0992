using System.Buffers.Binary;

namespace StreamPlatform.Media.Sources;

/// <summary>The top level of a Matroska or WebM file: everything but its clusters, and the cues among it.</summary>
/// <param name="Headers">All elements that are not clusters, as far as they can be found without reading these.</param>
/// <param name="Clusters">Where the first cluster begins.</param>
/// <param name="StartSeconds">The first cluster's time.</param>
/// <param name="ClaimedSeconds">The segment's duration; 0 when it doesn't tell one.</param>
/// <param name="Cues">Those of the pictures.</param>
internal sealed record MatroskaLayout(IReadOnlyList<ByteRange> Headers, long Clusters, double StartSeconds, double ClaimedSeconds, IReadOnlyList<MatroskaCue> Cues)
{
    private const int MaxElements = 64;

    /// <summary>Of an element behind the clusters, and of all before them; the cues of twelve hours are 2 MB.</summary>
    private const long MaxBodyBytes = 16 << 20;

    // RFC 9559, 5.1.
    private const uint Ebml = 0x1A45DFA3, Segment = 0x18538067, SeekHead = 0x114D9B74, Seek = 0x4DBB, SeekId = 0x53AB, SeekPosition = 0x53AC,
        Info = 0x1549A966, TimestampScale = 0x2AD7B1, Duration = 0x4489, Tracks = 0x1654AE6B, TrackEntry = 0xAE, TrackNumber = 0xD7, TrackType = 0x83,
        Cluster = 0x1F43B675, Timestamp = 0xE7, CuesElement = 0x1C53BB6B, CuePoint = 0xBB, CueTime = 0xB3, CueTrackPositions = 0xB7, CueTrack = 0xF7, CueClusterPosition = 0xF1;

    /// <summary>Walks the elements before the first cluster, and goes to those that the seek head names behind it.</summary>
    /// <returns>Null when it is another kind of file, or more than is worth it.</returns>
    public static async Task<MatroskaLayout?> ReadAsync(MovieLayout.Reader read, long length)
    {
        if (await HeaderAsync(read, 0) is not { Id: Ebml, End: { } start } || await HeaderAsync(read, start) is not { Id: Segment } segment)
            return null;

        var bodies = new Dictionary<uint, ReadOnlyMemory<byte>>();
        var headers = new List<ByteRange>();
        var offset = segment.Body;
        for (var count = 0; ; count++)
        {
            if (count == MaxElements || await HeaderAsync(read, offset) is not { } element)
                return null;
            if (element.Id == Cluster)
                break;
            if (element.End is not { } end || end > Math.Min(length, MaxBodyBytes))
                return null;
            await KeepAsync(element);
            offset = end;
        }

        headers.Add(new ByteRange(0, offset));
        foreach (var position in Positions(bodies).Select(position => segment.Body + position).Where(position => position > offset && position < length).Distinct().Take(MaxElements))
        {
            if (await HeaderAsync(read, position) is not { End: { } end } element || element.Id == Cluster || end > length || end - position > MaxBodyBytes)
                return null;
            await KeepAsync(element);
            headers.Add(new ByteRange(position, end));
        }

        var scale = Value(bodies, Info, TimestampScale) is { } given and > 0 ? given / 1e9 : 1e-3;
        return new MatroskaLayout(headers, offset, await TimeAsync(read, offset) * scale, ClaimOf(bodies) * scale, [.. CuesOf(bodies, scale, segment.Body).Where(cue => cue.Cluster >= offset && cue.Cluster < length)]);

        async Task KeepAsync(EbmlElement element)
        {
            if (element.Id is SeekHead or Info or Tracks or CuesElement && !bodies.ContainsKey(element.Id))
                bodies[element.Id] = await BodyAsync(read, element);
        }
    }

    private static async Task<EbmlElement?> HeaderAsync(MovieLayout.Reader read, long offset)
    {
        var buffer = new byte[EbmlElement.MaxHeader];
        var got = await read(offset, buffer);
        return EbmlElement.Parse(buffer.AsSpan(0, got), offset);
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(MovieLayout.Reader read, EbmlElement element)
    {
        var body = new byte[element.Length!.Value];
        return body.AsMemory(0, await read(element.Body, body));
    }

    /// <summary>The first cluster's timestamp, which is its first element as a rule; 0 when it isn't.</summary>
    private static async Task<double> TimeAsync(MovieLayout.Reader read, long cluster) =>
        await HeaderAsync(read, cluster) is { } found && await HeaderAsync(read, found.Body) is { Id: Timestamp, Length: <= 8 } time
            ? EbmlElement.Unsigned(await BodyAsync(read, time))
            : 0;

    private static IEnumerable<long> Positions(Dictionary<uint, ReadOnlyMemory<byte>> bodies) =>
        Children(bodies, SeekHead, Seek).Select(EbmlElement.Children)
            .Where(seek => seek.Exists(child => child.Id == SeekId && EbmlElement.Unsigned(child.Body) != Cluster))
            .SelectMany(seek => seek.Where(child => child.Id == SeekPosition)).Select(child => (long)(EbmlElement.Unsigned(child.Body) & long.MaxValue >> 1));

    private static ulong? Value(Dictionary<uint, ReadOnlyMemory<byte>> bodies, uint parent, uint child) =>
        Children(bodies, parent, child).Select(body => (ulong?)EbmlElement.Unsigned(body)).FirstOrDefault();

    /// <summary>A float of 4 or 8 bytes, in units of the time stamps.</summary>
    private static double ClaimOf(Dictionary<uint, ReadOnlyMemory<byte>> bodies) => Children(bodies, Info, Duration).FirstOrDefault() switch
    {
        { Length: 4 } single => BinaryPrimitives.ReadSingleBigEndian(single.Span),
        { Length: 8 } twice => BinaryPrimitives.ReadDoubleBigEndian(twice.Span),
        _ => 0,
    };

    private static IEnumerable<ReadOnlyMemory<byte>> Children(Dictionary<uint, ReadOnlyMemory<byte>> bodies, uint parent, uint child) =>
        bodies.TryGetValue(parent, out var body) ? EbmlElement.Children(body).Where(found => found.Id == child).Select(found => found.Body) : [];

    private static IEnumerable<MatroskaCue> CuesOf(Dictionary<uint, ReadOnlyMemory<byte>> bodies, double scale, long segment)
    {
        var pictures = Children(bodies, Tracks, TrackEntry).Select(EbmlElement.Children)
            .Where(track => track.Exists(child => child.Id == TrackType && EbmlElement.Unsigned(child.Body) == 1))
            .SelectMany(track => track.Where(child => child.Id == TrackNumber)).Select(child => EbmlElement.Unsigned(child.Body)).ToHashSet();
        foreach (var point in Children(bodies, CuesElement, CuePoint).Select(EbmlElement.Children))
        {
            var time = point.Find(child => child.Id == CueTime).Body;
            foreach (var place in point.Where(child => child.Id == CueTrackPositions).Select(child => EbmlElement.Children(child.Body)))
            {
                if (EbmlElement.Unsigned(place.Find(child => child.Id == CueTrack).Body) is var track && pictures.Contains(track))
                    yield return new MatroskaCue(track, EbmlElement.Unsigned(time) * scale, segment + (long)(EbmlElement.Unsigned(place.Find(child => child.Id == CueClusterPosition).Body) & long.MaxValue >> 1));
            }
        }
    }
}
