namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>An adaptation set (ISO/IEC 23009-1, 5.3.3): representations a player may switch between.</summary>
/// <param name="ContentType"><c>video</c>, <c>audio</c> or <see cref="TextContent"/>.</param>
/// <param name="Language">BCP 47; null when unknown.</param>
internal sealed record DashAdaptationSet(string ContentType, string? Language, IReadOnlyList<DashRepresentation> Representations)
{
    /// <summary>WebVTT files.</summary>
    public const string TextContent = "text";

    /// <summary>Of the AudioPurposeCS of TV-Anytime: sound for the visually impaired.</summary>
    public const string VisuallyImpaired = "1";

    /// <summary>For people; null without.</summary>
    public string? Label { get; init; }

    /// <summary>A value of <c>urn:mpeg:dash:role:2011</c> (ISO/IEC 23009-1, 5.8.5.5).</summary>
    public string Role { get; init; } = "main";

    /// <summary>A value of <c>urn:tva:metadata:cs:AudioPurposeCS:2007</c>; null without.</summary>
    public string? Accessibility { get; init; }

    /// <summary>Place of the set whose key frames these are, for trick play only (DASH-IF IOP 4.3, 3.2.9); null for a set to play.</summary>
    public int? TrickModeOf { get; init; }
}
