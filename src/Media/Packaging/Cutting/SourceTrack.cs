using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>What a moov says of one track.</summary>
/// <param name="Handler"><c>vide</c> or <c>soun</c>.</param>
/// <param name="Entry">The first sample description: codec and its configuration.</param>
internal sealed record SourceTrack(uint Id, uint Timescale, ushort Language, FourCc Handler, Box Entry)
{
    /// <exception cref="Mp4Exception">The moov lacks what every track must have.</exception>
    public static IReadOnlyList<SourceTrack> ReadAll(ContainerBox moov) => [.. moov.Containers("trak").Select(Read)];

    private static SourceTrack Read(ContainerBox trak)
    {
        var media = trak.Inside("mdia");
        var header = media.Need<MediaHeaderBox>();
        if (header.Timescale is 0 or > int.MaxValue) throw new Mp4Exception($"A track claims {header.Timescale} ticks a second.");
        var entries = media.Inside("minf", "stbl").Need<SampleDescriptionBox>().Entries;
        if (entries.Count == 0) throw new Mp4Exception("A track has no sample description.");
        return new SourceTrack(trak.Need<TrackHeaderBox>().TrackId, header.Timescale, header.Language, media.Need<HandlerBox>().Handler, entries[0]);
    }
}
