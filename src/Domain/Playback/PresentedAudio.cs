namespace StreamPlatform.Domain.Playback;

/// <summary>An audio rendition.</summary>
public sealed record PresentedAudio : PresentedTrack
{
    public required int Channels { get; init; }
    public required int SampleRate { get; init; }

    /// <summary>BCP 47 or <c>und</c>.</summary>
    public required string Language { get; init; }
}
