using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>A subtitle track of a source. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record TextTrack(int StreamIndex, string Codec, string Language)
{
    /// <summary>What the container calls it; null when it has no name.</summary>
    public string? Title { get; init; }

    /// <summary>Only what everybody needs: signs, and speech in a language foreign to the programme.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsForced { get; init; }

    /// <summary>For people who don't hear: sounds and speakers are told too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCaptions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDefault { get; init; }
}
