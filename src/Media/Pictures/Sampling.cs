namespace StreamPlatform.Media.Pictures;

/// <summary>What sampling a video saw.</summary>
/// <param name="Frames">In order of time.</param>
/// <param name="Thumbnails">For each fraction asked for, the nearest picture; empty when there is none at all.</param>
internal sealed record Sampling(IReadOnlyList<SampledFrame> Frames, IReadOnlyList<RgbImage> Thumbnails);
