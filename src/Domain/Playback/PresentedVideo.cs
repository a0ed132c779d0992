namespace StreamPlatform.Domain.Playback;

/// <summary>A video rendition.</summary>
public sealed record PresentedVideo : PresentedTrack
{
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required Processing.Rational FrameRate { get; init; }
    public Processing.DynamicRange Range { get; init; }
}
