using System.Text.Json.Serialization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Catalog;

/// <summary>How large the original's picture is as displayed (rotated, square pixels): nothing is made larger.</summary>
public sealed record SourcePicture(int Width, int Height)
{
    /// <summary>Larger than any rung.</summary>
    internal static SourcePicture Largest { get; } = new(15360, 8640);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DynamicRange Range { get; init; }
}
