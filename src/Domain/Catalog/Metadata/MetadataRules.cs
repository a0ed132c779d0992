using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>The bounds of <see cref="AssetMetadata"/>. Lengths are in characters: Unicode code points, as OpenAPI and people count.</summary>
public static class MetadataRules
{
    public const int MaxDescription = 5000;
    public const int MaxTags = 30;
    public const int MaxTag = 50;
    public const int MaxTagsTogether = 500;
    public const int MaxPlace = 100;

    /// <summary>Earlier than every photograph.</summary>
    public static readonly DateTimeOffset FirstRecording = new(1800, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan LongestSchedule = TimeSpan.FromDays(730);

    /// <summary>Clocks differ, and it is tomorrow already in some places.</summary>
    private static readonly TimeSpan Tomorrow = TimeSpan.FromDays(1);

    public static Result<string?> Description(string? given) =>
        string.IsNullOrWhiteSpace(given) ? (string?)null
        : IsText(given.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal), int.MaxValue) && LengthOf(given) <= MaxDescription ? given
        : MetadataErrors.DescriptionInvalid();

    /// <summary>Without surrounding white space and repetitions.</summary>
    public static Result<string[]> Tags(IReadOnlyList<string?>? given)
    {
        List<string> tags = [.. (given ?? []).Take(MaxTags + 1).Select(tag => tag?.Trim() ?? "")];
        return tags.Count <= MaxTags && tags.TrueForAll(tag => tag.Length > 0 && IsText(tag, MaxTag)) && tags.Sum(LengthOf) <= MaxTagsTogether
            ? tags.Distinct(StringComparer.OrdinalIgnoreCase).ToArray()
            : MetadataErrors.TagsInvalid();
    }

    public static Result<string?> Language(string? given) =>
        given is null ? given : LanguageTag.Parse(given) is { } tag ? tag : MetadataErrors.LanguageInvalid();

    public static Result<AssetLocation?> Location(AssetLocation? given)
    {
        if (given is null)
        {
            return given;
        }

        var name = given.Name?.Trim();
        return (name is { Length: > 0 } || (name is null && given.Latitude is not null))
            && (name is null || IsText(name, MaxPlace))
            && given.Latitude is null == given.Longitude is null
            && given.Latitude is null or (>= -90 and <= 90)
            && given.Longitude is null or (>= -180 and <= 180)
                ? given with { Name = name }
                : MetadataErrors.LocationInvalid();
    }

    public static Result<DateTimeOffset?> RecordedAt(DateTimeOffset? given, DateTimeOffset now) =>
        given is null || (given >= FirstRecording && given <= now + Tomorrow) ? given : MetadataErrors.RecordedAtInvalid();

    /// <summary>In code points; half of a pair counts as one.</summary>
    internal static int LengthOf(string text) => text.EnumerateRunes().Count();

    private static bool IsText(string text, int most) => LengthOf(text) <= most && !text.Any(char.IsControl);
}
