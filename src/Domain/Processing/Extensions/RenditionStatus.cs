using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>A rendition that an asset has, or could have.</summary>
/// <param name="Fraction">Of the work on it, 0 to 1; while it is made.</param>
/// <param name="Failure">Why it could not be made when it was asked for last.</param>
public sealed record RenditionStatus(
    string Name, string Codec, int Width, int Height, RenditionState Status, double? Fraction = null, AssetFailure? Failure = null);

/// <summary>Whether there is a rendition.</summary>
public enum RenditionState
{
    /// <summary>It can be asked for.</summary>
    Available,

    Making,
    Ready,

    /// <summary>Asked for and not made; it can be asked for again.</summary>
    Failed,
}
