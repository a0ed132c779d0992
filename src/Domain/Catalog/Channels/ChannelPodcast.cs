namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>That a channel's public videos are a podcast as well, whose files anybody may take with them.</summary>
/// <param name="Format">Of the episodes' files.</param>
/// <param name="Explicit">They are not for children.</param>
public sealed record ChannelPodcast(PodcastFormat Format, bool Explicit = false);

/// <summary>What an episode of a podcast is.</summary>
public enum PodcastFormat
{
    /// <summary>The sound alone.</summary>
    Audio,

    Video,
}
