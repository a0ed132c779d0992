namespace StreamPlatform.Domain.Processing;

/// <summary>How loud sound is over its time, as numbers and as the picture of an asset that has no other.</summary>
/// <param name="StreamIndex">ffmpeg's stream index of the track.</param>
/// <param name="Points">At most so many pairs of lowest and highest sample.</param>
public sealed record WaveformSpec(int StreamIndex, int Points, int Width, int Height);
