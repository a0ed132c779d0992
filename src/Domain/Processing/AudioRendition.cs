using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>One audio rendition, encoded once for the whole asset. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record AudioRendition(string Name, string Codec, int SourceStreamIndex, int Channels, int SampleRate, long Bitrate, string Language)
{
    /// <summary>For people, the same for all renditions of a track; null in plans made before there were any.</summary>
    public string? Label { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AudioRole Role { get; init; }

    /// <summary>Played when nobody chose: true for the renditions of one track.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDefault { get; init; }

    /// <summary>
    /// Of each track the rendition that is made first and played while the rest is made: the planner puts it before the
    /// track's others.
    /// </summary>
    public static IReadOnlyList<AudioRendition> First(IReadOnlyList<AudioRendition> renditions) =>
        [.. renditions.DistinctBy(rendition => rendition.SourceStreamIndex)];
}
