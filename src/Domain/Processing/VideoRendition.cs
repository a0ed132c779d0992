using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>One rung of the ladder. Bitrates in bits a second, <paramref name="BufferBits"/> is the VBV buffer.</summary>
public sealed record VideoRendition(
    string Name,
    string Codec,
    int Width,
    int Height,
    double Crf,
    long MaxBitrate,
    long BufferBits,
    string Preset,
    string Profile)
{
    /// <summary>Other than standard only of HDR sources, as they are; 10 bit then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DynamicRange Range { get; init; }
}
