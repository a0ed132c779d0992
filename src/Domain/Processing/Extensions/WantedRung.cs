namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>A video rendition to make of an asset that is published.</summary>
/// <param name="Name">As the ladder names it: <c>1080p</c>, <c>1080p-av1</c>.</param>
/// <param name="Preset">The encoder's own name for its effort; null for the profile's.</param>
public sealed record WantedRung(string Name, string? Preset = null);
