using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Says what to cut one track of a fragmented MP4 into.</summary>
/// <param name="Index">Zero-based place of the track in the moov: the order of ffmpeg's <c>-map</c> options.</param>
/// <param name="Rendition">Name in the plan; carried through to the parts.</param>
public sealed record TrackSpec(int Index, string Rendition, CutRule Rule)
{
    /// <summary>BCP 47; stands in the init segment.</summary>
    public string Language { get; init; } = LanguageTag.Undetermined;
}
