namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>Where a video was taken: a place's name, its coordinates, or both.</summary>
/// <param name="Latitude">Degrees north (WGS 84); null exactly when <paramref name="Longitude"/> is.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record AssetLocation(string? Name, double? Latitude, double? Longitude);
