namespace StreamPlatform.Media.Sources;

/// <summary>A key frame of a file.</summary>
/// <param name="Milliseconds">When it is shown, from the start of the source.</param>
/// <param name="Place">Its bytes.</param>
internal readonly record struct KeyFrame(long Milliseconds, ByteRange Place);
