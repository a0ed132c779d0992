namespace StreamPlatform.Media.Pictures;

/// <summary>A picture of the video as sampling saw it.</summary>
/// <param name="Seconds">When it is shown, from the start of the source.</param>
/// <param name="IsKey">A key frame: it can be had again without decoding others.</param>
/// <param name="Tile">Half the size it was sampled at.</param>
internal sealed record SampledFrame(double Seconds, bool IsKey, FrameMeasure Measure, RgbImage Tile);
