namespace StreamPlatform.Domain.Processing;

/// <summary>What an HDR10 source tells of the light it was made for; a screen that can't show all of it maps by this.</summary>
/// <param name="Display">The screen it was graded on; null when untold.</param>
/// <param name="Light">The brightest there is in it; null when untold.</param>
public sealed record HdrMetadata(MasteringDisplay? Display, ContentLight? Light);

/// <summary>A mastering display's colour volume (SMPTE ST 2086).</summary>
/// <param name="MinLuminance">Its black, cd/m².</param>
/// <param name="MaxLuminance">Its white, cd/m².</param>
public sealed record MasteringDisplay(
    Chromaticity Red, Chromaticity Green, Chromaticity Blue, Chromaticity White, double MinLuminance, double MaxLuminance);

/// <summary>A colour's place in the CIE 1931 diagram.</summary>
public readonly record struct Chromaticity(double X, double Y);

/// <summary>Content light level (CTA-861.3).</summary>
/// <param name="MaxCll">Of the brightest pixel, cd/m²; 0 for unknown.</param>
/// <param name="MaxFall">Average of the brightest frame, cd/m²; 0 for unknown.</param>
public sealed record ContentLight(int MaxCll, int MaxFall);
