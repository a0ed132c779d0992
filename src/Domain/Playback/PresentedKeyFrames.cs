using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Playback;

/// <summary>Key frames of a video rendition by themselves, for trick play: seeking, and playing many times as fast.</summary>
public sealed record PresentedKeyFrames
{
    /// <summary>Unique among the presentation's tracks: <c>360p-keys</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The rendition they are of; its init segment is theirs.</summary>
    public required string Rendition { get; init; }

    public required string Codecs { get; init; }
    public required int Timescale { get; init; }
    public required long AverageBitrate { get; init; }
    public required long PeakBitrate { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string InitName { get; init; }
    public required IReadOnlyList<PresentedKeyFrameBlob> Blobs { get; init; }
}

/// <summary>A blob of them: its name in the media container, its place on the track's timeline (ticks), and where in it each key frame is.</summary>
public sealed record PresentedKeyFrameBlob(string Name, long Start, IReadOnlyList<KeyFrameFacts> Frames);
