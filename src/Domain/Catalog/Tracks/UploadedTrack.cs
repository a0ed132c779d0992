using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>A text track that the owner uploaded beside the video. There is one for each language and kind.</summary>
/// <param name="Language">BCP 47 or <c>und</c>.</param>
/// <param name="BlobName">WebVTT in the media container; another content has another name.</param>
public sealed record UploadedTrack(string Language, TextKind Kind, string Label, string BlobName, int Bytes, int Cues, DateTimeOffset UpdatedAt);
