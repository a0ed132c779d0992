using System.Globalization;
using System.Xml;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>What search engines may find: a sitemap for each day on which videos became public, and an index of the days.</summary>
public sealed class Sitemaps(PublicVideos videos, PublicLinks links)
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9", Video = "http://www.google.com/schemas/sitemap-video/1.1";

    /// <summary>Days of an index, which the protocol allows.</summary>
    private const int MostDays = 50_000;

    /// <summary>Videos of a day's map: what fits into its 50 MB.</summary>
    private const int MostVideos = 10_000;

    private const int MaxDescription = 2048;
    private const int LongestSeconds = 28_800;

    public async Task<string> IndexAsync(CancellationToken ct)
    {
        var days = new List<string>();
        for (Page? page = null; page is null || (page.Cursor is not null && days.Count < MostDays);)
        {
            var found = await videos.DaysAsync(new PageRequest(page?.Cursor, PageRequest.MaxLimit), ct);
            days.AddRange(found.Items);
            page = new Page(found.Cursor);
        }

        return XmlText.Write(writer =>
        {
            writer.WriteStartElement("sitemapindex", Space);
            foreach (var day in days)
            {
                writer.WriteStartElement("sitemap");
                writer.Element("loc", $"{links.Base}/sitemaps/{day}.xml");
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    /// <param name="day">UTC, <c>2026-03-14</c>; of any other text there is an empty map.</param>
    public async Task<string> OfDayAsync(string day, CancellationToken ct)
    {
        var found = new List<PublicVideo>();
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            for (Page? page = null; page is null || (page.Cursor is not null && found.Count < MostVideos);)
            {
                var next = await videos.OfDayAsync(day, new PageRequest(page?.Cursor, PageRequest.MaxLimit), ct);
                found.AddRange(next.Items);
                page = new Page(next.Cursor);
            }
        }

        return XmlText.Write(writer =>
        {
            writer.WriteStartElement("urlset", Space);
            writer.WriteAttributeString("xmlns", "video", null, Video);
            found.ForEach(video => Url(writer, video));
            writer.WriteEndElement();
        });
    }

    private void Url(XmlWriter writer, PublicVideo video)
    {
        writer.WriteStartElement("url");
        writer.Element("loc", links.WatchOf(video.PlaybackId));
        if (links.PosterOf(video) is { } poster)
        {
            // Without a picture there is no video entry: it is what the entry must have.
            Entry(writer, video, poster);
        }

        writer.WriteEndElement();
    }

    private void Entry(XmlWriter writer, PublicVideo video, string poster)
    {
        var (asset, description) = (video.Asset, video.Asset.Metadata.Description ?? video.Asset.Title);
        writer.WriteStartElement("video", "video", Video);
        writer.Element("video", "thumbnail_loc", Video, poster);
        writer.Element("video", "title", Video, asset.Title);
        writer.Element("video", "description", Video, description[..Math.Min(description.Length, MaxDescription)]);
        writer.Element("video", "player_loc", Video, links.EmbedOf(video.PlaybackId));
        if (asset.DurationSeconds is >= 1 and <= LongestSeconds)
        {
            writer.Element("video", "duration", Video, ((int)asset.DurationSeconds).ToString(CultureInfo.InvariantCulture));
        }

        writer.Element("video", "publication_date", Video, video.ListedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    private sealed record Page(string? Cursor);
}
