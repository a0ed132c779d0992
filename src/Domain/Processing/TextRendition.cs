using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Processing;

/// <summary>A text track to be made WebVTT of.</summary>
/// <param name="Name">Unique among all renditions of the plan: <c>text-en</c>, <c>text-en-captions</c>.</param>
/// <param name="SourceStreamIndex">The subtitle track, or the video track when its pictures carry the captions (<see cref="IsInPictures"/>).</param>
/// <param name="Codec">Of the subtitle track.</param>
public sealed record TextRendition(string Name, int SourceStreamIndex, string Codec, string Language, string Label, TextKind Kind)
{
    /// <summary>What <see cref="Codec"/> says of CEA-608 captions that are carried in a video track (ATSC A/53, part 4).</summary>
    public const string A53 = "a53";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsInPictures => Codec == A53;
}
