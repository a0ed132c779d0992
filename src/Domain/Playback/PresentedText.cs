namespace StreamPlatform.Domain.Playback;

/// <summary>A text track: one WebVTT file on the asset's timeline.</summary>
/// <param name="Name">Unique among all tracks of the presentation: <c>text-en</c>, <c>text-en-captions</c>.</param>
/// <param name="Language">BCP 47 or <c>und</c>.</param>
/// <param name="Label">For people; unique among text tracks.</param>
/// <param name="BlobName">In the media container.</param>
public sealed record PresentedText(string Name, string Language, string Label, TextKind Kind, string BlobName, int Bytes);
