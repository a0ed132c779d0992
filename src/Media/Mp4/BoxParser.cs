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
        ["mdat"] = MediaDataBox.Read,

        // Movie and tracks.
        ["moov"] = Container,
        ["trak"] = Container,
        ["mdia"] = Container,
        ["minf"] = Container,
        ["dinf"] = Container,
        ["stbl"] = Container,
        ["mvex"] = Container,
        ["edts"] = Container,
        ["mvhd"] = MovieHeaderBox.Read,
        ["tkhd"] = TrackHeaderBox.Read,
        ["tref"] = TrackReferencesBox.Read,
        ["elst"] = EditListBox.Read,
        ["mdhd"] = MediaHeaderBox.Read,
        ["hdlr"] = HandlerBox.Read,
        ["elng"] = ExtendedLanguageBox.Read,
        ["kind"] = KindBox.Read,
        ["vmhd"] = VideoMediaHeaderBox.Read,
        ["smhd"] = SoundMediaHeaderBox.Read,
        ["sthd"] = SubtitleMediaHeaderBox.Read,
        ["nmhd"] = NullMediaHeaderBox.Read,
        ["dref"] = DataReferenceBox.Read,
        ["url "] = DataEntryUrlBox.Read,
        ["mehd"] = MovieExtendsHeaderBox.Read,
        ["trex"] = TrackExtendsBox.Read,
        ["trep"] = TrackExtensionPropertiesBox.Read,

        // Sample tables.
        ["stsd"] = SampleDescriptionBox.Read,
        ["stts"] = TimeToSampleBox.Read,
        ["ctts"] = CompositionOffsetBox.Read,
        ["cslg"] = CompositionToDecodeBox.Read,
        ["stss"] = SyncSampleBox.Read,
        ["sdtp"] = SampleDependencyBox.Read,
        ["stsc"] = SampleToChunkBox.Read,
        ["stsz"] = SampleSizeBox.Read,
        ["stz2"] = CompactSampleSizeBox.Read,
        ["stco"] = ChunkOffsetBox.Read,
        ["co64"] = ChunkOffsetBox.Read,
        ["subs"] = SubSampleBox.Read,
        ["sbgp"] = SampleToGroupBox.Read,
        ["sgpd"] = SampleGroupDescriptionBox.Read,

        // Codecs.
        ["avc1"] = VideoSampleEntry.Read,
        ["avc3"] = VideoSampleEntry.Read,
        ["hvc1"] = VideoSampleEntry.Read,
        ["hev1"] = VideoSampleEntry.Read,
        ["dvh1"] = VideoSampleEntry.Read,
        ["dvhe"] = VideoSampleEntry.Read,
        ["av01"] = VideoSampleEntry.Read,
        ["vp08"] = VideoSampleEntry.Read,
        ["vp09"] = VideoSampleEntry.Read,
        ["encv"] = VideoSampleEntry.Read,
        ["mp4a"] = AudioSampleEntry.Read,
        ["Opus"] = AudioSampleEntry.Read,
        ["ac-3"] = AudioSampleEntry.Read,
        ["ec-3"] = AudioSampleEntry.Read,
        ["fLaC"] = AudioSampleEntry.Read,
        ["enca"] = AudioSampleEntry.Read,
        ["stpp"] = SubtitleSampleEntry.Read,
        ["wvtt"] = WebVttSampleEntry.Read,
        ["avcC"] = AvcConfigurationBox.Read,
        ["hvcC"] = HevcConfigurationBox.Read,
        ["dvcC"] = DolbyVisionConfigurationBox.Read,
        ["dvvC"] = DolbyVisionConfigurationBox.Read,
        ["dvwC"] = DolbyVisionConfigurationBox.Read,
        ["av1C"] = Av1ConfigurationBox.Read,
        ["vpcC"] = VpConfigurationBox.Read,
        ["esds"] = EsDescriptorBox.Read,
        ["dOps"] = OpusSpecificBox.Read,
        ["dac3"] = Ac3SpecificBox.Read,
        ["dec3"] = Eac3SpecificBox.Read,
        ["dfLa"] = FlacSpecificBox.Read,
        ["vttC"] = WebVttConfigurationBox.Read,
        ["mime"] = MimeBox.Read,
        ["colr"] = ColourBox.Read,
        ["pasp"] = PixelAspectRatioBox.Read,
        ["clap"] = CleanApertureBox.Read,
        ["fiel"] = FieldBox.Read,
        ["btrt"] = BitrateBox.Read,
        ["mdcv"] = MasteringDisplayBox.Read,
        ["clli"] = ContentLightLevelBox.Read,

        // Fragments and segments.
        ["moof"] = Container,
        ["traf"] = Container,
        ["mfra"] = Container,
        ["mfhd"] = MovieFragmentHeaderBox.Read,
        ["tfhd"] = TrackFragmentHeaderBox.Read,
        ["tfdt"] = TrackFragmentDecodeTimeBox.Read,
        ["trun"] = TrackRunBox.Read,
        ["tfra"] = TrackFragmentRandomAccessBox.Read,
        ["mfro"] = RandomAccessOffsetBox.Read,
        ["sidx"] = SegmentIndexBox.Read,
        ["emsg"] = EventMessageBox.Read,
        ["prft"] = ProducerReferenceTimeBox.Read,

        // Protection.
        ["sinf"] = Container,
        ["schi"] = Container,
        ["frma"] = OriginalFormatBox.Read,
        ["schm"] = SchemeTypeBox.Read,
        ["tenc"] = TrackEncryptionBox.Read,
        ["senc"] = SampleEncryptionBox.Read,
        ["saiz"] = AuxiliarySizesBox.Read,
        ["saio"] = AuxiliaryOffsetsBox.Read,
        ["pssh"] = ProtectionSystemBox.Read,
    };

    /// <summary>The types that are read as more than bytes.</summary>
    public static IReadOnlyCollection<FourCc> KnownTypes => Readers.Keys;

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
