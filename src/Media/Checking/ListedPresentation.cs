namespace StreamPlatform.Media.Checking;

/// <summary>What the manifests list, before any media is read.</summary>
internal sealed record ListedPresentation(IReadOnlyList<ListedTrack> Tracks, IReadOnlyList<CodecsClaim> Claims);

/// <summary>A variant's CODECS and the tracks (<see cref="ListedTrack.Where"/>) it has to cover exactly.</summary>
internal sealed record CodecsClaim(string Where, string? Codecs, IReadOnlyList<string> Tracks);
