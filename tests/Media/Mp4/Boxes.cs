using CsCheck;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Tests.Mp4;

/// <summary>Random boxes of every kind we have a type for.</summary>
internal static class Boxes
{
    private static readonly Gen<ReadOnlyMemory<byte>> Blob = Gen.Byte.Array[0, 40].Select(bytes => (ReadOnlyMemory<byte>)bytes);
    private static readonly Gen<string> Name = Gen.Char['a', 'z'].Array[0, 20].Select(chars => new string(chars));
    private static readonly Gen<FourCc> Code = Gen.Char['a', 'z'].Array[4].Select(chars => FourCc.Of(new string(chars)));
    private static readonly Gen<ulong> Wide = Gen.OneOf(Gen.UInt.Select(value => (ulong)value), Gen.ULong);
    private static readonly Gen<HeaderTimes> Times = Gen.Select(Wide, Wide, (a, b) => new HeaderTimes(a, b));
    private static readonly Gen<SampleFlags> Flags = Gen.UInt.Select(value => new SampleFlags(value));
    private static readonly Gen<TransformMatrix> Matrix =
        Gen.Int.Array[9].Select(v => new TransformMatrix(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]));

    private static readonly Gen<AuxiliaryKind> Auxiliary = Gen.Select(Code, Gen.UInt, (a, b) => new AuxiliaryKind(a, b));

    /// <summary>Leaves by type.</summary>
    public static IReadOnlyDictionary<string, Gen<Box>> ByType { get; } = new Dictionary<string, Gen<Box>>
    {
        ["ftyp"] = Gen.Select(Code, Gen.UInt, Code.Array[0, 6], (a, b, c) => (Box)new FileTypeBox("ftyp", a, b, c)),
        ["styp"] = Gen.Select(Code, Gen.UInt, Code.Array[0, 6], (a, b, c) => (Box)new FileTypeBox("styp", a, b, c)),
        ["mvhd"] = Gen.Select(Times, Gen.UInt, Wide, Gen.Int, Gen.Short, Matrix, Gen.UInt,
            (a, b, c, d, e, f, g) => (Box)new MovieHeaderBox(a, b, c, d, e, f, g)),
        ["tkhd"] = Gen.Select(Gen.UInt[0, 0xFFFFFF], Times, Gen.UInt, Wide, Gen.Short, Matrix, Gen.UInt,
            (a, b, c, d, e, f, g) => (Box)new TrackHeaderBox(a, b, c, d, e, (short)-e, 256, f, g, g / 2)),
        ["mdhd"] = Gen.Select(Times, Gen.UInt, Wide, Gen.UShort, (a, b, c, d) => (Box)new MediaHeaderBox(a, b, c, d)),
        ["hdlr"] = Gen.Select(Code, Name, (a, b) => (Box)new HandlerBox(a, b)),
        ["vmhd"] = Gen.Const((Box)new VideoMediaHeaderBox()),
        ["smhd"] = Gen.Short.Select(a => (Box)new SoundMediaHeaderBox(a)),
        ["url "] = Gen.OneOf(Gen.Const((Box)new DataEntryUrlBox(null)), Name.Select(a => (Box)new DataEntryUrlBox(a))),
        ["avcC"] = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, Gen.Byte[1, 4], Blob.Array[0, 4], Blob.Array[0, 4], Blob,
            (a, b, c, d, e, f, g) => (Box)new AvcConfigurationBox(a, b, c, d, e, f, g)),
        ["hvcC"] = Gen.Select(Gen.Byte, Gen.UInt, Gen.ULong[0, 0xFFFF_FFFF_FFFF], Gen.Byte, Blob,
            (a, b, c, d, e) => (Box)new HevcConfigurationBox(a, b, c, d, e)),
        ["av1C"] = Gen.Select(Gen.Byte[0, 7], Gen.Byte[0, 31], Gen.Byte, Gen.Byte, Blob, (a, b, c, d, e) => (Box)new Av1ConfigurationBox(a, b, c, d, e)),
        ["vpcC"] = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte[8, 12], Gen.Byte[0, 7], Gen.Bool, Gen.Byte, Blob,
            (a, b, c, d, e, f, g) => (Box)new VpConfigurationBox(a, b, c, d, e, f, f, f, g)),
        ["esds"] = Gen.Select(Gen.Byte, Gen.UInt[0, 0xFFFFFF], Gen.UInt, Gen.UInt, Blob, (a, b, c, d, e) => (Box)new EsDescriptorBox(a, b, c, d, e)),
        ["dOps"] = Gen.Select(Gen.Byte, Gen.UShort, Gen.UInt, Gen.Short, Blob, (a, b, c, d, e) => (Box)new OpusSpecificBox(a, b, c, d, e)),
        ["elst"] = Gen.Select(Wide, Gen.Long, Gen.Int, (a, b, c) => new EditListEntry(a, b, c)).Array[0, 5].Select(a => (Box)new EditListBox(a)),
        ["stts"] = Gen.Select(Gen.UInt, Gen.UInt, (a, b) => new TimeToSampleEntry(a, b)).Array[0, 5].Select(a => (Box)new TimeToSampleBox(a)),
        ["stss"] = Gen.UInt.Array[0, 5].Select(a => (Box)new SyncSampleBox(a)),
        ["stsc"] = Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, (a, b, c) => new SampleToChunkEntry(a, b, c)).Array[0, 5].Select(a => (Box)new SampleToChunkBox(a)),
        ["stco"] = Gen.UInt.Array[0, 5].Select(a => (Box)new ChunkOffsetBox("stco", [.. a.Select(value => (ulong)value)])),
        ["co64"] = Gen.ULong.Array[0, 5].Select(a => (Box)new ChunkOffsetBox("co64", a)),
        ["mehd"] = Wide.Select(a => (Box)new MovieExtendsHeaderBox(a)),
        ["trex"] = Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, Flags, (a, b, c, d, e) => (Box)new TrackExtendsBox(a, b, c, d, e)),
        ["mfhd"] = Gen.UInt.Select(a => (Box)new MovieFragmentHeaderBox(a)),
        ["tfhd"] = Gen.Select(Gen.UInt, Maybe(Gen.ULong), Maybe(Gen.UInt), Maybe(Gen.UInt), Maybe(Gen.UInt), Maybe(Flags), Gen.Bool,
            (a, b, c, d, e, f, g) => (Box)new TrackFragmentHeaderBox(a, b, c, d, e, f, g, !g)),
        ["tfdt"] = Gen.ULong.Select(a => (Box)new TrackFragmentDecodeTimeBox(a)),
        ["trun"] = Gen.Select(Gen.UInt[0, 15], Maybe(Gen.Int), Maybe(Flags), Gen.Select(Gen.UInt, Gen.UInt, Flags, Gen.Int).Array[0, 9], Run),
        ["sidx"] = Gen.Select(Gen.UInt, Gen.UInt, Wide, Wide,
            Gen.Select(Gen.Bool, Gen.UInt[0, 0x7FFF_FFFF], Gen.UInt, Gen.Bool, Gen.Byte[0, 7], Gen.UInt[0, 0x0FFF_FFFF],
                (a, b, c, d, e, f) => new SegmentIndexEntry(a, b, c, d, e, f)).Array[0, 5],
            (a, b, c, d, e) => (Box)new SegmentIndexBox(a, b, c, d, e)),
        ["tfra"] = Gen.Select(Gen.UInt, Gen.Select(Wide, Wide, Gen.UInt, Gen.UInt, Gen.UInt, (a, b, c, d, e) => new RandomAccessEntry(a, b, c, d, e)).Array[0, 5],
            (a, b) => (Box)new TrackFragmentRandomAccessBox(a, b)),
        ["mfro"] = Gen.UInt.Select(a => (Box)new RandomAccessOffsetBox(a)),
        ["emsg"] = Gen.Select(Name, Name, Gen.UInt, Gen.Bool, Wide, Gen.UInt, Gen.UInt, Blob,
            (a, b, c, d, e, f, g, h) => (Box)new EventMessageBox(a, b, c, d, d ? e & uint.MaxValue : e, f, g, h)),
        ["prft"] = Gen.Select(Gen.UInt[0, 0xFFFFFF], Gen.UInt, Gen.ULong, Wide, (a, b, c, d) => (Box)new ProducerReferenceTimeBox(a, b, c, d)),
        ["mdat"] = Blob.Select(a => (Box)new MediaDataBox(a)),
        ["udta"] = Blob.Select(a => (Box)new UnknownBox("udta", a)),
        ["uuid"] = Blob.Select(a => (Box)new UnknownBox("uuid", a)),
        ["tref"] = Gen.Select(Code, Gen.UInt.Array[0, 3], (a, b) => new TrackReference(a, b)).Array[0, 3].Select(a => (Box)new TrackReferencesBox(a)),
        ["sthd"] = Gen.Const((Box)new SubtitleMediaHeaderBox()),
        ["nmhd"] = Gen.Const((Box)new NullMediaHeaderBox()),
        ["elng"] = Name.Select(a => (Box)new ExtendedLanguageBox(a)),
        ["kind"] = Gen.Select(Name, Name, (a, b) => (Box)new KindBox(a, b)),
        ["ctts"] = Gen.Select(Gen.UInt, Gen.Int, (a, b) => new CompositionOffsetEntry(a, b)).Array[0, 5].Select(a => (Box)new CompositionOffsetBox(a)),
        ["cslg"] = Gen.OneOf(Gen.Int.Select(a => (long)a), Gen.Long).Array[5].Select(a => (Box)new CompositionToDecodeBox(a[0], a[1], a[2], a[3], a[4])),
        ["sdtp"] = Blob.Select(a => (Box)new SampleDependencyBox(a)),
        ["stsz"] = Gen.OneOf(
            Gen.UInt.Array[0, 9].Select(a => (Box)SampleSizeBox.Of(a)),
            Gen.Select(Gen.UInt[1, uint.MaxValue], Gen.UInt, (a, b) => (Box)new SampleSizeBox(a, b, []))),
        ["stz2"] = Gen.Select(Gen.Int[0, 2], Gen.UShort.Array[0, 9], (a, b) =>
            (Box)new CompactSampleSizeBox((byte)(4 << a), [.. b.Select(size => (ushort)(size & ((1 << (4 << a)) - 1)))])),
        ["subs"] = Gen.Select(Gen.UInt[0, 0xFFFFFF], Gen.Select(Gen.UInt, Gen.Select(Gen.OneOf(Gen.UInt[0, 65_535], Gen.UInt), Gen.Byte, Gen.Bool, Gen.UInt,
            (a, b, c, d) => new SubSample(a, b, c, d)).Array[0, 3], (a, b) => new SubSampleEntry(a, b)).Array[0, 3], (a, b) => (Box)new SubSampleBox(a, b)),
        ["sbgp"] = Gen.Select(Code, Maybe(Gen.UInt), Gen.Select(Gen.UInt, Gen.UInt, (a, b) => new SampleToGroupEntry(a, b)).Array[0, 5],
            (a, b, c) => (Box)new SampleToGroupBox(a, b, c)),
        ["sgpd"] = Gen.Select(Code, Maybe(Gen.UInt), Blob.Array[0, 4], (a, b, c) => (Box)new SampleGroupDescriptionBox(a, b, c)),
        ["dvcC"] = DolbyVision("dvcC"),
        ["dvvC"] = DolbyVision("dvvC"),
        ["dvwC"] = DolbyVision("dvwC"),
        ["dac3"] = Gen.UInt[0, 0xFFFFFF].Select(a => (Box)new Ac3SpecificBox(a)),
        ["dec3"] = Gen.Select(Gen.UShort[0, 0x1FFF], Gen.Byte[1, 8], Blob, (a, b, c) => (Box)new Eac3SpecificBox(a, b, c)),
        ["dfLa"] = Blob.Select(a => (Box)new FlacSpecificBox(a)),
        ["vttC"] = Name.Select(a => (Box)new WebVttConfigurationBox(a)),
        ["mime"] = Name.Select(a => (Box)new MimeBox(a)),
        ["colr"] = Gen.OneOf(
            Gen.Select(Gen.UShort, Gen.UShort, Gen.UShort, Gen.Bool, (a, b, c, d) => (Box)ColourBox.Coded(a, b, c, d)),
            Gen.Select(Gen.UShort, Gen.UShort, Gen.UShort, (a, b, c) => (Box)new ColourBox("nclc", a, b, c, false, default)),
            Blob.Select(a => (Box)new ColourBox("prof", 0, 0, 0, false, a))),
        ["pasp"] = Gen.Select(Gen.UInt, Gen.UInt, (a, b) => (Box)new PixelAspectRatioBox(a, b)),
        ["clap"] = Gen.Select(Gen.UInt.Array[4], Gen.Int, Gen.UInt, Gen.Int, Gen.UInt,
            (a, b, c, d, e) => (Box)new CleanApertureBox(a[0], a[1], a[2], a[3], b, c, d, e)),
        ["fiel"] = Gen.Select(Gen.Byte, Gen.Byte, (a, b) => (Box)new FieldBox(a, b)),
        ["btrt"] = Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, (a, b, c) => (Box)new BitrateBox(a, b, c)),
        ["mdcv"] = Gen.Select(Gen.UShort.Array[8], Gen.UInt, Gen.UInt, (a, b, c) => (Box)new MasteringDisplayBox(a, b, c)),
        ["clli"] = Gen.Select(Gen.UShort, Gen.UShort, (a, b) => (Box)new ContentLightLevelBox(a, b)),
        ["frma"] = Code.Select(a => (Box)new OriginalFormatBox(a)),
        ["schm"] = Gen.Select(Code, Gen.UInt, Gen.OneOf(Gen.Const((string?)null), Name.Select(a => (string?)a)), (a, b, c) => (Box)new SchemeTypeBox(a, b, c)),
        ["tenc"] = Gen.Select(Gen.Byte[0, 15], Gen.Byte[0, 15], Gen.Bool, Gen.Int[0, 2], Gen.Guid, Blob,
            (a, b, c, d, e, f) => (Box)new TrackEncryptionBox(a, b, c, (byte)(8 * d), e, c && d == 0 ? f : default)),
        ["senc"] = Gen.Select(Gen.Bool, Gen.UInt, Blob, (a, b, c) => (Box)new SampleEncryptionBox(a, b, c)),
        ["saiz"] = Gen.Select(Maybe(Auxiliary), Gen.Byte, Gen.UInt, Blob, (a, b, c, d) =>
            (Box)new AuxiliarySizesBox(a, b, b == 0 ? (uint)d.Length : c, b == 0 ? d : default)),
        ["saio"] = Gen.Select(Maybe(Auxiliary), Wide.Array[0, 4], (a, b) => (Box)new AuxiliaryOffsetsBox(a, b)),
        ["pssh"] = Gen.Select(Gen.Guid, Gen.OneOf(Gen.Const((Guid[]?)null), Gen.Guid.Array[0, 3].Select(a => (Guid[]?)a)), Blob,
            (a, b, c) => (Box)new ProtectionSystemBox(a, b, c)),
    };

    /// <summary>A leaf of any kind.</summary>
    public static Gen<Box> Leaf { get; } = Gen.OneOf([.. ByType.Values]);

    /// <summary>Boxes with leaves inside, by type; each with the generator of its kind.</summary>
    public static IReadOnlyDictionary<string, Gen<Box>> ParentByType { get; } = Parents().ToDictionary(pair => pair.Type, pair => pair.Gen);

    /// <summary>Sample entries and containers with leaves inside.</summary>
    public static Gen<Box> Parent { get; } = Gen.OneOf([.. ParentByType.Values]);

    private static IEnumerable<(string Type, Gen<Box> Gen)> Parents()
    {
        var leaves = Leaf.Array[0, 4];
        foreach (var type in (string[])["avc1", "avc3", "hvc1", "hev1", "dvh1", "dvhe", "av01", "vp08", "vp09", "encv"])
        {
            yield return (type, Gen.Select(Gen.UShort, Gen.UShort, Gen.UShort, Name, leaves,
                (a, b, c, d, e) => (Box)new VideoSampleEntry(type, a, b, c, d, e)));
        }

        foreach (var type in (string[])["mp4a", "Opus", "ac-3", "ec-3", "fLaC", "enca"])
        {
            yield return (type, Gen.Select(Gen.UShort, Gen.UShort, Gen.UShort, Gen.UShort, leaves, Gen.OneOf(Gen.Const(0), Gen.Const(16), Gen.Const(36)),
                (a, b, c, d, e, f) => (Box)new AudioSampleEntry(type, a, b, c, d, e) { QuickTimeFields = new byte[f] }));
        }

        yield return ("stpp", Gen.Select(Gen.UShort, Name, Name, Name, leaves, (a, b, c, d, e) => (Box)new SubtitleSampleEntry(a, b, c, d, e)));
        yield return ("wvtt", Gen.Select(Gen.UShort, leaves, (a, b) => (Box)new WebVttSampleEntry(a, b)));
        yield return ("stsd", leaves.Select(a => (Box)new SampleDescriptionBox(a)));
        yield return ("dref", leaves.Select(a => (Box)new DataReferenceBox(a)));
        yield return ("trep", Gen.Select(Gen.UInt, leaves, (a, b) => (Box)new TrackExtensionPropertiesBox(a, b)));
        foreach (var type in (string[])["moov", "trak", "mdia", "minf", "dinf", "stbl", "mvex", "edts", "moof", "traf", "mfra", "sinf", "schi"])
            yield return (type, leaves.Select(a => (Box)new ContainerBox(type, a)));
    }

    private static Gen<Box> DolbyVision(FourCc type) => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte[0, 127], Gen.Byte[0, 63], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Byte[0, 15],
        (a, b, c, d, e, f, g, h) => (Box)new DolbyVisionConfigurationBox(type, a, b, c, d, e, f, g, h));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Const((T?)null), gen.Select(value => (T?)value));

    /// <summary>Fields a run does not carry are 0 when read back, so they are 0 here.</summary>
    private static Box Run(uint bits, int? offset, SampleFlags? first, (uint Duration, uint Size, SampleFlags Flags, int Composition)[] samples)
    {
        var fields = (TrackRunFields)(bits << 8);
        return new TrackRunBox(fields, offset, first, [.. samples.Select(sample => new TrackRunSample(
            fields.HasFlag(TrackRunFields.Duration) ? sample.Duration : 0,
            fields.HasFlag(TrackRunFields.Size) ? sample.Size : 0,
            fields.HasFlag(TrackRunFields.Flags) ? sample.Flags : default,
            fields.HasFlag(TrackRunFields.Composition) ? sample.Composition : 0))]);
    }
}
