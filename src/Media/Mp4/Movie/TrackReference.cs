namespace StreamPlatform.Media.Mp4;

/// <summary>The tracks that one refers to: <c>chap</c> for its chapters, <c>cdsc</c> for what it describes, <c>subt</c> for its subtitles.</summary>
public sealed record TrackReference(FourCc Kind, IReadOnlyList<uint> TrackIds);
