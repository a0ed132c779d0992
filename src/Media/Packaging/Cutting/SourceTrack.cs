using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>What a moov says of one track.</summary>
/// <param name="Handler"><c>vide</c> or <c>soun</c>.</param>
/// <param name="Entry">The first sample description: codec and its configuration.</param>
internal sealed record SourceTrack(uint Id, uint Timescale, FourCc Handler, Box Entry)
{
    /// <summary>BCP 47. Not read: the plan knows what a track is in, and ffmpeg is told nothing of it.</summary>
    public string Language { get; init; } = LanguageTag.Undetermined;

    /// <exception cref="Mp4Exception">The moov lacks what every track must have.</exception>
    public static IReadOnlyList<SourceTrack> ReadAll(ContainerBox moov) => [.. moov.Containers("trak").Select(Read)];

    private static SourceTrack Read(ContainerBox trak)
    {
        var media = trak.Inside("mdia");
        var header = media.Need<MediaHeaderBox>();
        if (header.Timescale is 0 or > int.MaxValue) throw new Mp4Exception($"A track claims {header.Timescale} ticks a second.");
        var entries = media.Inside("minf", "stbl").Need<SampleDescriptionBox>().Entries;
        if (entries.Count == 0) throw new Mp4Exception("A track has no sample description.");
        return new SourceTrack(trak.Need<TrackHeaderBox>().TrackId, header.Timescale, media.Need<HandlerBox>().Handler, entries[0]);
    }
}
