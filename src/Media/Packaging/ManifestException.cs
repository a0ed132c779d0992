namespace StreamPlatform.Media.Packaging;

/// <summary>A playlist or MPD is not what its specification allows, or larger than we read.</summary>
public sealed class ManifestException(string message) : Exception(message);
