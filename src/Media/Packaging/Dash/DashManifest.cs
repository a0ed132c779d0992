namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>A static MPD of one period (ISO/IEC 23009-1, 5.3.1). <see cref="DashWriter"/> writes it, <see cref="DashReader"/> reads it.</summary>
internal sealed record DashManifest(decimal DurationSeconds, decimal MinBufferSeconds, IReadOnlyList<DashAdaptationSet> AdaptationSets)
{
    /// <summary>Thumbnails for seek bars; null when there are none.</summary>
    public DashTiles? Tiles { get; init; }
}
