namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>A video in a channel's listing. What it is, its asset tells whoever reads the listing: it may not be for everybody any more.</summary>
/// <param name="ListedAt">Since when anyone may find it there; the newest is first.</param>
public sealed record ChannelVideo(int SchemaVersion, string ChannelId, string AssetId, DateTimeOffset ListedAt)
{
    public const int CurrentSchemaVersion = 1;
}

/// <summary>In which channel's listing an asset is, so that it is found when it goes to another.</summary>
public sealed record ListedVideo(int SchemaVersion, string AssetId, string ChannelId, DateTimeOffset ListedAt)
{
    public const int CurrentSchemaVersion = 1;
}

/// <summary>A video in the listing of all that became public on a day, for sitemaps.</summary>
/// <param name="Day">UTC, <c>2026-03-14</c>.</param>
public sealed record DayVideo(int SchemaVersion, string Day, string AssetId, DateTimeOffset ListedAt)
{
    public const int CurrentSchemaVersion = 1;
}

/// <summary>A day on which a video became public.</summary>
public sealed record ListedDay(int SchemaVersion, string Day)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>Of them all: one small document a day.</summary>
    public const string Partition = "listed-days";
}
