namespace StreamPlatform.Media.Live;

/// <summary>What an encoder sends, as its own headers and metadata say.</summary>
/// <param name="Width">Pixels, of the sequence parameter set.</param>
/// <param name="FramesASecond">As metadata say; null where they say nothing.</param>
public sealed record LiveSource(int Width, int Height, double? FramesASecond, bool HasAudio);
