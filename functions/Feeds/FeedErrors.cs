using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Feeds;

/// <summary>What can be asked of feeds and embeds in vain.</summary>
public static class FeedErrors
{
    /// <summary>The URL is no page of a video here, or of one that others may not be told of.</summary>
    public static Error OEmbedNotFound() => new("oembed.not_found", 404, "url must be the address of a video's page here, of a video that anyone with the address may embed.");

    /// <summary>oEmbed is told as JSON or XML.</summary>
    public static Error OEmbedFormat() => new("oembed.format_unsupported", 501, "format must be json or xml.");

    /// <summary>A feed is RSS, Atom or a podcast.</summary>
    public static Error FeedUnknown() => new("feed.unknown", 404, "There is no such feed. There are: rss, atom and, of channels that are one, podcast.");

    /// <summary>There is no such file: the video is not public, its channel is no podcast of this kind, or it is still being made.</summary>
    public static Error EpisodeNotFound() => new("feed.episode_not_found", 404, "There is no such episode, or not yet.");
}
