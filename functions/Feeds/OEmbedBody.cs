using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>A video as oEmbed 1.0 tells of it (https://oembed.com).</summary>
public sealed record OEmbedBody
{
    private const int UsualSide = 640, MostSide = 4096;

    public required string Type { get; init; }
    public required string Version { get; init; }
    public required string Title { get; init; }

    [JsonPropertyName("author_name")]
    public required string AuthorName { get; init; }

    [JsonPropertyName("provider_name")]
    public required string ProviderName { get; init; }

    [JsonPropertyName("provider_url")]
    public required string ProviderUrl { get; init; }

    /// <summary>Seconds for which this may be kept.</summary>
    [JsonPropertyName("cache_age")]
    public required int CacheAge { get; init; }

    [JsonPropertyName("thumbnail_url")]
    public string? ThumbnailUrl { get; init; }

    [JsonPropertyName("thumbnail_width")]
    public int? ThumbnailWidth { get; init; }

    [JsonPropertyName("thumbnail_height")]
    public int? ThumbnailHeight { get; init; }

    /// <summary>A frame with the player.</summary>
    public required string Html { get; init; }

    public required int Width { get; init; }
    public required int Height { get; init; }

    public static OEmbedBody Of(SharedVideo video, Channel channel, PublicLinks links, int? maxWidth, int? maxHeight)
    {
        var size = FrameSize.OfPlayer(
            video.Asset, Math.Clamp(maxWidth ?? UsualSide, 1, MostSide), Math.Clamp(maxHeight ?? (maxWidth is null ? UsualSide : MostSide), 1, MostSide));
        var poster = video.Asset.Pictures?.Poster is null ? null : FrameSize.OfPoster(video.Asset);
        return new OEmbedBody
        {
            Type = "video",
            Version = "1.0",
            Title = video.Asset.Title,
            AuthorName = channel.Name,
            ProviderName = "StreamPlatform",
            ProviderUrl = links.Base,
            CacheAge = 300,
            ThumbnailUrl = poster is null ? null : links.PosterOf(video.PlaybackId),
            ThumbnailWidth = poster?.Width,
            ThumbnailHeight = poster?.Height,
            Html = string.Create(
                CultureInfo.InvariantCulture,
                $"<iframe src=\"{WebUtility.HtmlEncode(links.EmbedOf(video.PlaybackId))}\" width=\"{size.Width}\" height=\"{size.Height}\" title=\"{WebUtility.HtmlEncode(video.Asset.Title)}\" style=\"border:0\" allow=\"autoplay; encrypted-media; fullscreen; picture-in-picture\" allowfullscreen></iframe>"),
            Width = size.Width,
            Height = size.Height,
        };
    }
}
