namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>An adaptation set (ISO/IEC 23009-1, 5.3.3): representations a player may switch between.</summary>
/// <param name="ContentType"><c>video</c> or <c>audio</c>.</param>
/// <param name="Language">BCP 47; null when unknown.</param>
internal sealed record DashAdaptationSet(string ContentType, string? Language, IReadOnlyList<DashRepresentation> Representations)
{
    /// <summary>Place of the set whose key frames these are, for trick play only (DASH-IF IOP 4.3, 3.2.9); null for a set to play.</summary>
    public int? TrickModeOf { get; init; }
}
