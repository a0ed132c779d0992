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
            Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, (a, b, c) => new SegmentIndexEntry(a, b, c)).Array[0, 5],
            (a, b, c, d, e) => (Box)new SegmentIndexBox(a, b, c, d, e)),
        ["mdat"] = Blob.Select(a => (Box)new MediaDataBox(a)),
        ["emsg"] = Blob.Select(a => (Box)new UnknownBox("emsg", a)),
        ["prft"] = Blob.Select(a => (Box)new UnknownBox("prft", a)),
    };

    /// <summary>A leaf of any kind.</summary>
    public static Gen<Box> Leaf { get; } = Gen.OneOf([.. ByType.Values]);

    /// <summary>Sample entries and containers with leaves inside.</summary>
    public static Gen<Box> Parent { get; } = Gen.OneOf(
        Gen.Select(Pick("avc1", "avc3", "hvc1", "hev1", "av01", "vp09"), Gen.UShort, Gen.UShort, Gen.UShort, Name, Leaf.Array[0, 4],
            (a, b, c, d, e, f) => (Box)new VideoSampleEntry(a, b, c, d, e, f)),
        Gen.Select(Pick("mp4a", "Opus"), Gen.UShort, Gen.UShort, Gen.UShort, Gen.UShort, Leaf.Array[0, 4],
            (a, b, c, d, e, f) => (Box)new AudioSampleEntry(a, b, c, d, e, f)),
        Leaf.Array[0, 4].Select(a => (Box)new SampleDescriptionBox(a)),
        Leaf.Array[0, 4].Select(a => (Box)new DataReferenceBox(a)),
        Gen.Select(Pick("moov", "trak", "mdia", "minf", "dinf", "stbl", "mvex", "edts", "moof", "traf"), Leaf.Array[0, 6],
            (a, b) => (Box)new ContainerBox(a, b)));

    private static Gen<FourCc> Pick(params FourCc[] types) => Gen.Int[0, types.Length - 1].Select(i => types[i]);

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
