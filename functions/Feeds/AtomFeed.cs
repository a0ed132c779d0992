using System.Globalization;
using System.Xml;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>A channel as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Space = "http://www.w3.org/2005/Atom";

    public static string Write(Channel channel, IReadOnlyList<PublicVideo> videos, PublicLinks links) => XmlText.Write(writer =>
    {
        writer.WriteStartElement("feed", Space);
        writer.Element("id", $"urn:streamplatform:{channel.Id}");
        writer.Element("title", channel.Name);
        writer.Element("subtitle", channel.Description);
        writer.Element("updated", Text(videos.Select(UpdatedAt).Append(channel.UpdatedAt).Max()));
        Link(writer, "self", links.FeedOf(channel, "atom"), "application/atom+xml");
        Link(writer, "alternate", $"{links.Base}/", "text/html");
        writer.WriteStartElement("author");
        writer.Element("name", channel.Name);
        writer.WriteEndElement();
        foreach (var video in videos)
        {
            writer.WriteStartElement("entry");
            writer.Element("id", $"urn:streamplatform:{video.PlaybackId}");
            writer.Element("title", video.Asset.Title);
            writer.Element("updated", Text(UpdatedAt(video)));
            writer.Element("published", Text(video.ListedAt));
            Link(writer, "alternate", links.WatchOf(video.PlaybackId), "text/html");
            writer.Element("summary", video.Asset.Metadata.Description);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    private static DateTimeOffset UpdatedAt(PublicVideo video) => video.Asset.UpdatedAt > video.ListedAt ? video.Asset.UpdatedAt : video.ListedAt;

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Link(XmlWriter writer, string rel, string href, string type)
    {
        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", rel);
        writer.WriteAttributeString("href", href);
        writer.WriteAttributeString("type", type);
        writer.WriteEndElement();
    }
}
