using StreamPlatform.Domain.Catalog.Channels;

namespace StreamPlatform.Functions.Feeds;

/// <summary>What files of episodes are called, by which apps tell what they are.</summary>
internal static class EpisodeFiles
{
    public static string NameOf(PodcastFormat format) => format == PodcastFormat.Audio ? "audio.m4a" : "video.mp4";

    /// <summary>As Apple's and other directories want it.</summary>
    public static string TypeOf(PodcastFormat format) => format == PodcastFormat.Audio ? "audio/x-m4a" : "video/mp4";
}
