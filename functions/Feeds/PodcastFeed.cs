using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>A channel as a podcast: RSS 2.0 with what Apple's directory and the podcast namespace want to know.</summary>
internal static class PodcastFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", ITunes = "http://www.itunes.com/dtds/podcast-1.0.dtd", Podcast = "https://podcastindex.org/namespace/1.0";

    /// <summary>Of names of podcasts, which the podcast namespace gave.</summary>
    private static readonly Guid Space = new("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    /// <param name="episodes">The newest first, each with its file.</param>
    public static string Write(Channel channel, ChannelPodcast podcast, IReadOnlyList<(PublicVideo Video, Download File)> episodes, PublicLinks links) => XmlText.Write(writer =>
    {
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        foreach (var (prefix, space) in new[] { ("atom", Atom), ("itunes", ITunes), ("podcast", Podcast) })
        {
            writer.WriteAttributeString("xmlns", prefix, null, space);
        }

        writer.WriteStartElement("channel");
        Head(writer, channel, podcast, [.. episodes.Select(episode => episode.Video)], links);
        foreach (var (video, file) in episodes)
        {
            Item(writer, podcast, video, file, links);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void Head(XmlWriter writer, Channel channel, ChannelPodcast podcast, IReadOnlyList<PublicVideo> videos, PublicLinks links)
    {
        var feed = links.FeedOf(channel, "podcast");
        writer.Element("title", channel.Name);
        writer.Element("link", $"{links.Base}/");
        writer.Element("description", channel.Description ?? channel.Name);
        writer.Element("language", videos.Select(video => video.Asset.Metadata.Language).FirstOrDefault(language => language is not null)?.ToLowerInvariant());
        writer.WriteStartElement("atom", "link", Atom);
        writer.WriteAttributeString("href", feed);
        writer.WriteAttributeString("rel", "self");
        writer.WriteAttributeString("type", "application/rss+xml");
        writer.WriteEndElement();
        writer.Element("itunes", "author", ITunes, channel.Name);
        writer.Element("itunes", "type", ITunes, "episodic");
        writer.Element("itunes", "explicit", ITunes, Text(podcast.Explicit));
        Attribute(writer, "category", "text", CategoryOf(videos));
        Attribute(writer, "image", "href", videos.Select(links.PosterOf).FirstOrDefault(poster => poster is not null));
        writer.Element("podcast", "guid", Podcast, GuidOf(feed));
        writer.Element("podcast", "medium", Podcast, podcast.Format == PodcastFormat.Audio ? "podcast" : "video");
        writer.Element("podcast", "locked", Podcast, "no");
    }

    private static void Item(XmlWriter writer, ChannelPodcast podcast, PublicVideo video, Download file, PublicLinks links)
    {
        writer.WriteStartElement("item");
        writer.Element("title", video.Asset.Title);
        writer.Element("link", links.WatchOf(video.PlaybackId));
        writer.WriteStartElement("guid");
        writer.WriteAttributeString("isPermaLink", "false");
        writer.WriteString(video.PlaybackId);
        writer.WriteEndElement();
        writer.Element("pubDate", video.ListedAt.ToString("R", CultureInfo.InvariantCulture));
        writer.Element("description", video.Asset.Metadata.Description ?? video.Asset.Title);
        writer.WriteStartElement("enclosure");
        writer.WriteAttributeString("url", links.EpisodeOf(video.PlaybackId, EpisodeFiles.NameOf(podcast.Format)));
        writer.WriteAttributeString("length", (file.Bytes ?? 0).ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("type", EpisodeFiles.TypeOf(podcast.Format));
        writer.WriteEndElement();
        writer.Element("itunes", "duration", ITunes, video.Asset.DurationSeconds is { } seconds ? Math.Round(seconds).ToString("0", CultureInfo.InvariantCulture) : null);
        writer.Element("itunes", "explicit", ITunes, Text(podcast.Explicit));
        writer.Element("itunes", "episodeType", ITunes, "full");
        Attribute(writer, "image", "href", links.PosterOf(video));
        writer.WriteEndElement();
    }

    /// <summary>Apple's, of which the most videos are.</summary>
    private static string CategoryOf(IReadOnlyList<PublicVideo> videos) =>
        videos.Select(video => video.Asset.Metadata.Category).OfType<VideoCategory>().GroupBy(category => category).MaxBy(group => group.Count())?.Key switch
        {
            VideoCategory.Comedy => "Comedy",
            VideoCategory.Education or VideoCategory.HowToAndStyle => "Education",
            VideoCategory.Entertainment or VideoCategory.FilmAndAnimation => "TV & Film",
            VideoCategory.Music => "Music",
            VideoCategory.NewsAndPolitics => "News",
            VideoCategory.ScienceAndTechnology => "Technology",
            VideoCategory.Sports => "Sports",
            VideoCategory.AutosAndVehicles or VideoCategory.Gaming or VideoCategory.PetsAndAnimals => "Leisure",
            _ => "Society & Culture",
        };

    private static void Attribute(XmlWriter writer, string name, string attribute, string? value)
    {
        if (value is not null)
        {
            writer.WriteStartElement("itunes", name, ITunes);
            writer.WriteAttributeString(attribute, value);
            writer.WriteEndElement();
        }
    }

    private static string Text(bool value) => value ? "true" : "false";

    /// <summary>The name of the feed at an address (RFC 9562, version 5), of which the scheme is no part.</summary>
    private static string GuidOf(string feed)
    {
        var address = feed[(feed.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
#pragma warning disable CA5350 // It names and protects nothing; the standard has this hash.
        var hash = SHA1.HashData([.. Space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(address)]);
#pragma warning restore CA5350
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x50), (byte)((hash[8] & 0x3F) | 0x80));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
