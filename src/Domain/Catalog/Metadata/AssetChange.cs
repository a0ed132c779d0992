using StreamPlatform.Domain.Catalog.Restrictions;

namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>What an owner says of an asset, as a JSON merge patch: what is absent stays, null clears.</summary>
public record AssetChange
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string> Title { get; init; }

    /// <summary>Who may see it; cleared it is unlisted.</summary>
    public Optional<Visibility?> Visibility { get; init; }

    /// <summary>From when on it is public, with the visibility scheduled.</summary>
    public Optional<DateTimeOffset?> PublishAt { get; init; }

    /// <summary>Where it plays; cleared it plays everywhere.</summary>
    public Optional<RestrictionsChange?> Restrictions { get; init; }

    /// <summary>One of the owner's channels, under which it is shown once it is public; cleared it is their default.</summary>
    public Optional<string?> ChannelId { get; init; }

    /// <summary>At most 5000 characters.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>What it is about.</summary>
    public Optional<VideoCategory?> Category { get; init; }

    /// <summary>At most 30 of 50 characters, together 500.</summary>
    public Optional<IReadOnlyList<string?>?> Tags { get; init; }

    /// <summary>The language that is mainly spoken (BCP 47).</summary>
    public Optional<string?> Language { get; init; }

    /// <summary>Where it was taken.</summary>
    public Optional<LocationChange?> Location { get; init; }

    /// <summary>What others may do with it; cleared it is standard.</summary>
    public Optional<Licence?> Licence { get; init; }

    /// <summary>When it was taken.</summary>
    public Optional<DateTimeOffset?> RecordedAt { get; init; }

    /// <summary>The asset after the change, the very same when nothing is another; or <c>asset.*_invalid</c>.</summary>
    internal Result<Asset> ApplyTo(Asset asset, DateTimeOffset now)
    {
        var title = Title.IsGiven ? Titles.Parse(Title.Value) : asset.Title;
        var publishAt = ScheduleOf(asset, now);
        var restrictions = !Restrictions.IsGiven ? asset.Restrictions : Restrictions.Value?.ApplyTo(asset.Restrictions) ?? (ViewingRestrictions?)null;
        var metadata = ApplyTo(asset.Metadata, now);
        if ((title.Error ?? publishAt.Error ?? restrictions.Error ?? metadata.Error) is { } refused)
        {
            return refused;
        }

        var changed = asset with
        {
            Title = title.Value,
            ChannelId = ChannelId.Or(asset.ChannelId),
            Visibility = VisibilityOf(asset),
            PublishAt = publishAt.Value,
            Restrictions = restrictions.Value,
            Metadata = metadata.Value == asset.Metadata ? asset.Metadata : metadata.Value,
        };
        return changed == asset ? asset : changed;
    }

    private Visibility VisibilityOf(Asset asset) =>
        Visibility.IsGiven ? Visibility.Value ?? Asset.DefaultVisibility : asset.Visibility;

    /// <summary>What was scheduled stays as it is; a time that is given has to be to come; any other visibility has none.</summary>
    private Result<DateTimeOffset?> ScheduleOf(Asset asset, DateTimeOffset now)
    {
        var at = PublishAt.IsGiven ? PublishAt.Value?.ToUniversalTime() : asset.PublishAt;
        if (VisibilityOf(asset) != Catalog.Visibility.Scheduled)
        {
            return PublishAt is { IsGiven: true, Value: not null } && at != asset.PublishAt ? MetadataErrors.PublishAtInvalid()
                : Visibility.IsGiven && VisibilityOf(asset) != asset.Visibility ? (DateTimeOffset?)null
                : at;
        }

        var isNew = asset.Visibility != Catalog.Visibility.Scheduled || at != asset.PublishAt;
        return at is null || (isNew && !(at > now && at <= now + MetadataRules.LongestSchedule)) ? MetadataErrors.PublishAtInvalid() : at;
    }

    private Result<AssetMetadata> ApplyTo(AssetMetadata metadata, DateTimeOffset now)
    {
        var description = Description.IsGiven ? MetadataRules.Description(Description.Value) : metadata.Description;
        var tags = Tags.IsGiven ? MetadataRules.Tags(Tags.Value) : metadata.Tags.ToArray();
        var language = Language.IsGiven ? MetadataRules.Language(Language.Value) : metadata.Language;
        var location = Location.IsGiven ? MetadataRules.Location(Location.Value?.ApplyTo(metadata.Location)) : metadata.Location;
        var recordedAt = RecordedAt.IsGiven ? MetadataRules.RecordedAt(RecordedAt.Value?.ToUniversalTime(), now) : metadata.RecordedAt;
        if ((description.Error ?? tags.Error ?? language.Error ?? location.Error ?? recordedAt.Error) is { } refused)
        {
            return refused;
        }

        return new AssetMetadata
        {
            Description = description.Value,
            Category = Category.Or(metadata.Category),
            // Lists are equal when they are the same.
            Tags = tags.Value.SequenceEqual(metadata.Tags, StringComparer.Ordinal) ? metadata.Tags : tags.Value,
            Language = language.Value,
            Location = location.Value,
            Licence = Licence.IsGiven ? Licence.Value ?? default : metadata.Licence,
            RecordedAt = recordedAt.Value,
        };
    }
}
