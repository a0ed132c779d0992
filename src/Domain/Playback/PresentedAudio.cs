using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Playback;

/// <summary>An audio rendition.</summary>
public sealed record PresentedAudio : PresentedTrack
{
    public required int Channels { get; init; }
    public required int SampleRate { get; init; }

    /// <summary>BCP 47 or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>For people, the same for all renditions of a track of the source; null in presentations made before there were any.</summary>
    public string? Label { get; init; }

    public AudioRole Role { get; init; }

    /// <summary>Played when nobody chose: true for the renditions of at most one track.</summary>
    public bool IsDefault { get; init; }
}
