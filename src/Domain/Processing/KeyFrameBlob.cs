namespace StreamPlatform.Domain.Processing;

/// <summary>Key frames of a rendition in one blob (<see cref="RunPaths.KeyFrames"/>). Times in ticks of the rendition's timescale.</summary>
/// <param name="Start">When the first of them is shown; names the blob.</param>
/// <param name="Frames">In order, contiguous.</param>
public sealed record KeyFrameBlob(long Start, IReadOnlyList<KeyFrameFacts> Frames);

/// <summary>A CMAF chunk that holds one key frame (ISO/IEC 23000-19, 7.3.2.3): moof and mdat.</summary>
/// <param name="Duration">Time to the next key frame, or to the end.</param>
/// <param name="Offset">Where in the blob the chunk begins.</param>
/// <param name="Bytes">Its length.</param>
public sealed record KeyFrameFacts(long Duration, int Offset, int Bytes);
