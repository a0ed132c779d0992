using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Catalog;

/// <summary>A text track as the API shows it; <paramref name="Uploaded"/> is false for one of the source.</summary>
public sealed record TrackBody(string Language, TextKind Kind, string Label, bool Uploaded, int Bytes, int? Cues, DateTimeOffset? UpdatedAt)
{
    public static TrackBody From(UploadedTrack track) => new(track.Language, track.Kind, track.Label, true, track.Bytes, track.Cues, track.UpdatedAt);

    public static TrackBody From(PresentedText text) => new(text.Language, text.Kind, text.Label, false, text.Bytes, null, null);
}
