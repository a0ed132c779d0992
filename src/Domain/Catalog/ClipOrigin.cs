namespace StreamPlatform.Domain.Catalog;

/// <summary>Where a clip was cut from. The asset may be gone by now: a clip has segments of its own.</summary>
/// <param name="StartSeconds">On the timeline of the asset it was cut from, as cut: on a boundary of segments.</param>
public sealed record ClipOrigin(string AssetId, double StartSeconds, double EndSeconds);
