namespace StreamPlatform.Domain.Processing;

/// <summary>What one rung came to at one quality, over the spans that an item measured.</summary>
/// <param name="Rendition">Name in the plan.</param>
/// <param name="Crf">x264's constant quality.</param>
/// <param name="Bitrate">Bits a second with one key frame a GOP of the plan's grid.</param>
/// <param name="Ssim">Structural similarity of luma with the scaled source (Wang et al. 2004), mean over frames; up to 1.</param>
public sealed record RungMeasurement(string Rendition, double Crf, double Bitrate, double Ssim);
