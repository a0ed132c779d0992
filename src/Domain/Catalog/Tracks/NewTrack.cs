using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>A text track as it is uploaded.</summary>
/// <param name="Label">Null for the language's name.</param>
/// <param name="File">WebVTT or SubRip.</param>
public sealed record NewTrack(string Language, TextKind Kind, string? Label, ReadOnlyMemory<byte> File);
