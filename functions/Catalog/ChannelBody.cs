using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Functions.Catalog;

/// <summary>A channel, as anybody may see it.</summary>
/// <param name="Handle">Without its <c>@</c>.</param>
public sealed record ChannelBody(
    string Id, string Handle, string Name, string? Description, IReadOnlyList<ChannelLink> Links, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static ChannelBody From(Channel channel) =>
        new(channel.Id, channel.Handle, channel.Name, channel.Description, channel.Links, channel.CreatedAt, channel.UpdatedAt);
}

/// <summary>A video that anyone may find.</summary>
/// <param name="PublishedAt">Since when anyone may.</param>
/// <param name="WatchUrl">Its page.</param>
/// <param name="PosterUrl">A picture; absent of what has none.</param>
public sealed record PublicVideoBody(
    string PlaybackId, string Title, string? Description, VideoCategory? Category, double? DurationSeconds, DateTimeOffset PublishedAt, string WatchUrl, string? PosterUrl);
