using System.Globalization;
using System.Xml;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>A channel as RSS 2.0, with Media RSS for pictures and players.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Media = "http://search.yahoo.com/mrss/";

    public static string Write(Channel channel, IReadOnlyList<PublicVideo> videos, PublicLinks links) => XmlText.Write(writer =>
    {
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteAttributeString("xmlns", "atom", null, Atom);
        writer.WriteAttributeString("xmlns", "media", null, Media);
        writer.WriteStartElement("channel");
        writer.Element("title", channel.Name);
        writer.Element("link", $"{links.Base}/");
        writer.Element("description", channel.Description ?? channel.Name);
        writer.WriteStartElement("atom", "link", Atom);
        writer.WriteAttributeString("href", links.FeedOf(channel, "rss"));
        writer.WriteAttributeString("rel", "self");
        writer.WriteAttributeString("type", "application/rss+xml");
        writer.WriteEndElement();
        foreach (var video in videos)
        {
            Item(writer, video, links);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void Item(XmlWriter writer, PublicVideo video, PublicLinks links)
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
        writer.Element("category", video.Asset.Metadata.Category?.ToString());
        writer.WriteStartElement("media", "player", Media);
        writer.WriteAttributeString("url", links.EmbedOf(video.PlaybackId));
        writer.WriteEndElement();
        if (links.PosterOf(video) is { } poster)
        {
            writer.WriteStartElement("media", "thumbnail", Media);
            writer.WriteAttributeString("url", poster);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
