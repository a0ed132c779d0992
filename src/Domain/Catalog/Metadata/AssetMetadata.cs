namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>
/// What an owner says of an asset besides its title. Kept as it was written: who shows it escapes it. The bounds are in
/// <see cref="MetadataRules"/>.
/// </summary>
public sealed record AssetMetadata
{
    public static AssetMetadata None { get; } = new();

    public string? Description { get; init; }
    public VideoCategory? Category { get; init; }

    /// <summary>In the owner's order; no two that differ only in letter case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The language that is mainly spoken (BCP 47).</summary>
    public string? Language { get; init; }

    public AssetLocation? Location { get; init; }
    public Licence Licence { get; init; }

    /// <summary>When it was taken, as its owner says.</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}
