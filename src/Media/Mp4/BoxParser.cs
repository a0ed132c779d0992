namespace StreamPlatform.Media.Mp4;

/// <summary>Reads boxes from memory: those we have a type for as that type, the others as <see cref="UnknownBox"/>.</summary>
public static class BoxParser
{
    /// <summary>Deepest nesting accepted; real files need 8.</summary>
    private const int MaxDepth = 16;

    /// <summary>Most boxes in one container; real files need a few per track.</summary>
    private const int MaxChildren = 4096;

    private delegate Box BodyReader(FourCc type, ref BoxReader reader);

    private static readonly Dictionary<FourCc, BodyReader> Readers = new()
    {
        ["ftyp"] = FileTypeBox.Read,
        ["styp"] = FileTypeBox.Read,
        ["moov"] = Container,
        ["trak"] = Container,
        ["mdia"] = Container,
        ["minf"] = Container,
        ["dinf"] = Container,
        ["stbl"] = Container,
        ["mvex"] = Container,
        ["edts"] = Container,
        ["moof"] = Container,
        ["traf"] = Container,
        ["mvhd"] = MovieHeaderBox.Read,
        ["tkhd"] = TrackHeaderBox.Read,
        ["mdhd"] = MediaHeaderBox.Read,
        ["hdlr"] = HandlerBox.Read,
        ["vmhd"] = VideoMediaHeaderBox.Read,
        ["smhd"] = SoundMediaHeaderBox.Read,
        ["dref"] = DataReferenceBox.Read,
        ["url "] = DataEntryUrlBox.Read,
        ["stsd"] = SampleDescriptionBox.Read,
        ["avc1"] = VideoSampleEntry.Read,
        ["avc3"] = VideoSampleEntry.Read,
        ["hvc1"] = VideoSampleEntry.Read,
        ["hev1"] = VideoSampleEntry.Read,
        ["av01"] = VideoSampleEntry.Read,
        ["vp09"] = VideoSampleEntry.Read,
        ["mp4a"] = AudioSampleEntry.Read,
        ["Opus"] = AudioSampleEntry.Read,
        ["avcC"] = AvcConfigurationBox.Read,
        ["hvcC"] = HevcConfigurationBox.Read,
        ["av1C"] = Av1ConfigurationBox.Read,
        ["vpcC"] = VpConfigurationBox.Read,
        ["esds"] = EsDescriptorBox.Read,
        ["dOps"] = OpusSpecificBox.Read,
        ["elst"] = EditListBox.Read,
        ["stts"] = TimeToSampleBox.Read,
        ["stss"] = SyncSampleBox.Read,
        ["stsc"] = SampleToChunkBox.Read,
        ["stco"] = ChunkOffsetBox.Read,
        ["co64"] = ChunkOffsetBox.Read,
        ["mehd"] = MovieExtendsHeaderBox.Read,
        ["trex"] = TrackExtendsBox.Read,
        ["mfhd"] = MovieFragmentHeaderBox.Read,
        ["tfhd"] = TrackFragmentHeaderBox.Read,
        ["tfdt"] = TrackFragmentDecodeTimeBox.Read,
        ["trun"] = TrackRunBox.Read,
        ["sidx"] = SegmentIndexBox.Read,
        ["mdat"] = MediaDataBox.Read,
    };

    /// <summary>All boxes in <paramref name="bytes"/>, which must end with the last of them.</summary>
    /// <exception cref="Mp4Exception">They are broken.</exception>
    public static IReadOnlyList<Box> ReadAll(ReadOnlyMemory<byte> bytes)
    {
        var reader = new BoxReader(bytes);
        return ReadAll(ref reader);
    }

    /// <summary>The box at <paramref name="offset"/>, which moves behind it.</summary>
    /// <exception cref="Mp4Exception">It is broken.</exception>
    public static Box ReadAt(ReadOnlyMemory<byte> bytes, ref int offset)
    {
        var reader = new BoxReader(bytes[offset..]);
        var box = ReadOne(ref reader);
        offset = bytes.Length - reader.Remaining;
        return box;
    }

    /// <summary>One box whose header was read already.</summary>
    /// <exception cref="Mp4Exception">It is broken.</exception>
    public static Box ReadBody(FourCc type, ReadOnlyMemory<byte> body, int depth = 0)
    {
        var reader = new BoxReader(body, depth);
        return Readers.TryGetValue(type, out var read) ? read(type, ref reader) : new UnknownBox(type, body);
    }

    /// <summary>Type and body of each box in <paramref name="bytes"/>, none of them looked into: for containers of which only a part matters.</summary>
    /// <exception cref="Mp4Exception">One claims more than there is.</exception>
    internal static List<(FourCc Type, ReadOnlyMemory<byte> Body)> Split(ReadOnlyMemory<byte> bytes)
    {
        var reader = new BoxReader(bytes);
        var boxes = new List<(FourCc Type, ReadOnlyMemory<byte> Body)>();
        while (reader.Remaining >= 8)
        {
            if (boxes.Count == MaxChildren) throw new Mp4Exception($"A container holds more than {MaxChildren} boxes.");
            boxes.Add(ReadRaw(ref reader));
        }

        return boxes;
    }

    /// <summary>The boxes in the rest of <paramref name="reader"/>.</summary>
    internal static List<Box> ReadAll(ref BoxReader reader)
    {
        if (reader.Depth > MaxDepth) throw new Mp4Exception($"Boxes are nested deeper than {MaxDepth}.");
        var boxes = new List<Box>();
        // Fewer bytes than a header are padding, which some writers leave behind (a QuickTime terminator).
        while (reader.Remaining >= 8)
        {
            if (boxes.Count == MaxChildren) throw new Mp4Exception($"A container holds more than {MaxChildren} boxes.");
            boxes.Add(ReadOne(ref reader));
        }

        return boxes;
    }

    private static Box ReadOne(ref BoxReader reader)
    {
        var (type, body) = ReadRaw(ref reader);
        return ReadBody(type, body, reader.Depth + 1);
    }

    private static (FourCc Type, ReadOnlyMemory<byte> Body) ReadRaw(ref BoxReader reader)
    {
        long size = reader.U32();
        var type = reader.Code();
        var body = size switch
        {
            0 => reader.Remaining,
            1 => checked((long)Math.Min(reader.U64(), long.MaxValue)) - 16,
            _ => size - 8,
        };
        if (body < 0 || body > reader.Remaining) throw new Mp4Exception($"{type} claims {body} bytes where {reader.Remaining} are left.");
        return (type, reader.Bytes((int)body));
    }

    private static ContainerBox Container(FourCc type, ref BoxReader reader) => new(type, ReadAll(ref reader));
}
