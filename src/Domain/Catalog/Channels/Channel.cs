namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>Under what videos of an owner's are shown to the world. One document, partitioned by its owner; writers use its ETag.</summary>
public sealed record Channel
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "channel";

    /// <summary>Of a channel that was given none.</summary>
    public const string DefaultName = "Channel";

    /// <summary>An owner's channels.</summary>
    public const int Most = 50;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>Lower-case, unique, without its <c>@</c>: see <see cref="ChannelName"/>.</summary>
    public required string Handle { get; init; }

    public required string Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<ChannelLink> Links { get; init; } = [];

    /// <summary>Null of a channel that is no podcast.</summary>
    public ChannelPodcast? Podcast { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The channel of what an owner assigned to none; made when it is first needed.</summary>
    public static string DefaultIdOf(string ownerId) => OpaqueId.From(IdPrefix, ownerId);
}

/// <summary>A place of a channel's owner elsewhere.</summary>
/// <param name="Title">1 to 60 characters.</param>
/// <param name="Url"><c>https</c> or <c>http</c>.</param>
public sealed record ChannelLink(string Title, string Url);
