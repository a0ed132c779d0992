using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Cuts video on the output grid: every segment holds exactly <see cref="OutputGrid.SegmentFrames"/> frames (the last may
/// hold fewer) and starts with a sync sample; times are exact multiples of <see cref="OutputGrid.FrameTicks"/>.
/// </summary>
/// <param name="StartFrame">Frame of the asset's timeline the input starts at; a multiple of the grid's segment length.</param>
/// <param name="KeyFrameSegments">Key frames of so many segments are also given as one <see cref="KeyFramePart"/>; 0 for none.</param>
public sealed record VideoCut(OutputGrid Grid, long StartFrame = 0, int KeyFrameSegments = 0) : CutRule;
