using System.Globalization;

namespace StreamPlatform.Functions.Processing;

/// <summary>Which rendition: by its name (<c>1080p-av1</c>), or by height (the shorter side, lines) and codec (h264 when null).</summary>
public sealed record RenditionRequest(string? Name, int? Height, string? Codec)
{
    /// <summary>As the ladder names it; null when neither was given.</summary>
    public string? NameOf() => !string.IsNullOrWhiteSpace(Name) ? Name
        : Height is not { } height ? null
        : string.Create(CultureInfo.InvariantCulture, $"{height}p{(Codec is null or "h264" ? "" : $"-{Codec}")}");
}
