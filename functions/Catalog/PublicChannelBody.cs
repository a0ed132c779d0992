using StreamPlatform.Domain.Catalog.Channels;

namespace StreamPlatform.Functions.Catalog;

/// <summary>A channel, as anybody may see it.</summary>
/// <param name="Handle">Without its <c>@</c>.</param>
public sealed record PublicChannelBody(
    string Id, string Handle, string Name, string? Description, IReadOnlyList<ChannelLink> Links, ChannelPodcast? Podcast, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static PublicChannelBody From(Channel channel) =>
        new(channel.Id, channel.Handle, channel.Name, channel.Description, channel.Links, channel.Podcast, channel.CreatedAt, channel.UpdatedAt);
}
