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

    /// <summary>ffmpeg's name of the channel layout, such as <c>stereo</c>, <c>5.1(side)</c> or <c>7.1</c>; null when the container doesn't tell.</summary>
    public string? Layout { get; init; }

    /// <summary>Seconds from the start of the source to the first sound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double StartSeconds { get; init; }
}
