using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Writes a CMAF header (ISO/IEC 23000-19, 7.3.1) for one track: what a decoder needs and nothing that differs between two
/// encodes of the same rendition (clocks, encoder names, measured bitrates).
/// </summary>
internal static class InitWriter
{
    public static byte[] Write(SourceTrack track, int timescale)
    {
        var entry = Normalise(track.Entry);
        var (width, height) = entry is VideoSampleEntry video ? (video.Width, video.Height) : ((ushort)0, (ushort)0);
        var isVideo = track.Handler == "vide";
        Box[] boxes =
        [
            new FileTypeBox("ftyp", "iso6", 0, ["iso6", "cmfc", "dash"]),
            new ContainerBox("moov",
            [
                new MovieHeaderBox(default, (uint)timescale, 0, 0x10000, 0x100, TransformMatrix.Identity, SegmentWriter.TrackId + 1),
                new ContainerBox("trak",
                [
                    new TrackHeaderBox(7, default, SegmentWriter.TrackId, 0, 0, 0, (short)(isVideo ? 0 : 0x100), TransformMatrix.Identity,
                        (uint)width << 16, (uint)height << 16),
                    new ContainerBox("mdia",
                    [
                        new MediaHeaderBox(default, (uint)timescale, 0, TrackLanguage.Packed(track.Language)),
                        .. TrackLanguage.Extended(track.Language),
                        new HandlerBox(track.Handler, isVideo ? "video" : "audio"),
                        new ContainerBox("minf",
                        [
                            isVideo ? new VideoMediaHeaderBox() : new SoundMediaHeaderBox(0),
                            new ContainerBox("dinf", [new DataReferenceBox([new DataEntryUrlBox(null)])]),
                            new ContainerBox("stbl", [new SampleDescriptionBox([entry]), .. EmptyTables()]),
                        ]),
                    ]),
                ]),
                new ContainerBox("mvex", [new TrackExtendsBox(SegmentWriter.TrackId, 1, 0, 0, default)]),
            ]),
        ];
        var writer = new BoxWriter();
        writer.Boxes(boxes);
        return writer.ToArray();
    }

    /// <summary>Drops btrt (a bitrate some muxers measure) and the encoder's name.</summary>
    private static Box Normalise(Box entry) => entry switch
    {
        VideoSampleEntry video => video with { CompressorName = "", DataReference = 1, Children = Lasting(video.Children) },
        AudioSampleEntry audio => audio with { DataReference = 1, Channels = Channels(audio), Children = Lasting(audio.Children) },
        _ => throw new Mp4Exception($"{entry.Type} is not a codec we know."),
    };

    /// <summary>As the codec's own configuration has them: muxers write 2 whatever the sound has.</summary>
    private static ushort Channels(AudioSampleEntry entry) =>
        (ushort?)entry.Children.OfType<EsDescriptorBox>().FirstOrDefault()?.Channels ?? entry.Channels;

    private static Box[] Lasting(IReadOnlyList<Box> children) => [.. children.Where(box => box.Type != "btrt")];

    /// <summary>Sample tables every track must have (ISO/IEC 14496-12, 8.5.1); all samples are in fragments, so they are empty.</summary>
    private static Box[] EmptyTables() =>
    [
        new UnknownBox("stts", new byte[8]),
        new UnknownBox("stsc", new byte[8]),
        new UnknownBox("stsz", new byte[12]),
        new UnknownBox("stco", new byte[8]),
    ];
}
