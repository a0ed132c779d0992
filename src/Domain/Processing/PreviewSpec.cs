namespace StreamPlatform.Domain.Processing;

/// <summary>A few seconds that move, without sound: spans of the video one after the other, as MP4 and as animated WebP.</summary>
/// <param name="Starts">Seconds where each span begins.</param>
/// <param name="SpanSeconds">Length of each.</param>
/// <param name="FrameRate">Frames a second of the MP4.</param>
/// <param name="ImageFrameRate">Frames a second of the WebP.</param>
public sealed record PreviewSpec(IReadOnlyList<double> Starts, double SpanSeconds, int Width, int Height, int FrameRate, int ImageFrameRate);
