namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>What can be wrong with what an owner says of an asset.</summary>
public static class MetadataErrors
{
    /// <summary>The description is too long, or holds control characters other than line breaks and tabs.</summary>
    public static Error DescriptionInvalid() => new(
        "asset.description_invalid", 400, $"A description is at most {MetadataRules.MaxDescription} characters, without control characters other than line breaks and tabs.");

    /// <summary>There are too many tags, or one is empty, too long or holds control characters.</summary>
    public static Error TagsInvalid() => new(
        "asset.tags_invalid",
        400,
        $"Tags are at most {MetadataRules.MaxTags}, each 1 to {MetadataRules.MaxTag} characters without control characters, together at most {MetadataRules.MaxTagsTogether}.");

    /// <summary>The language is no language tag.</summary>
    public static Error LanguageInvalid() => new("asset.language_invalid", 400, "language must be a language tag (BCP 47), such as en or pt-BR.");

    /// <summary>The location has no name and no coordinates, half of the coordinates, or what is no place on Earth.</summary>
    public static Error LocationInvalid() => new(
        "asset.location_invalid",
        400,
        $"A location has a name of 1 to {MetadataRules.MaxPlace} characters without control characters, or latitude (-90 to 90) and longitude (-180 to 180), or all of them.");

    /// <summary>It can't have been recorded then.</summary>
    public static Error RecordedAtInvalid() => new(
        "asset.recorded_at_invalid", 400, $"recordedAt must be between {MetadataRules.FirstRecording:yyyy-MM-dd} and today.");

    /// <summary>The time from which the asset is public is missing, without need, past, or too far off.</summary>
    public static Error PublishAtInvalid() => new(
        "asset.publish_at_invalid",
        400,
        $"publishAt goes with the visibility scheduled, and only with it: a time that is still to come, within {MetadataRules.LongestSchedule.TotalDays:0} days.");
}
