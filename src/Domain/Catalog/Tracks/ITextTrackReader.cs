namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>Understands subtitle files.</summary>
public interface ITextTrackReader
{
    /// <summary>The file, WebVTT or SubRip, as WebVTT that plays; or <c>track.invalid</c>, which names the line, or <c>track.empty</c>.</summary>
    Result<TextTrackContent> Read(ReadOnlyMemory<byte> file);
}

/// <summary>A WebVTT file and how many cues are in it.</summary>
public sealed record TextTrackContent(ReadOnlyMemory<byte> WebVtt, int Cues);
