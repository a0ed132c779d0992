using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>An audio track. <paramref name="Language"/> is BCP 47 or <c>und</c>.</summary>
public sealed record AudioTrack(int StreamIndex, string Codec, int Channels, int SampleRate, string Language)
{
    /// <summary>What the container calls it; null when it has no name.</summary>
    public string? Title { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AudioRole Role { get; init; }

    /// <summary>The container wants it played when nobody chose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDefault { get; init; }
}
