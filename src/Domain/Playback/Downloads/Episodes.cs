using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;

namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>
/// Files of podcasts: a video's best sound, or its largest picture up to <see cref="TallestVideo"/> with sound. Each is made when
/// somebody first wants to tell of it. What plays in certain places only is no episode: a file that was taken away plays anywhere.
/// </summary>
public sealed class Episodes(GetDownload downloads)
{
    /// <summary>Lines.</summary>
    public const int TallestVideo = 720;

    /// <summary>Null while the file is being made, and of what has none.</summary>
    /// <param name="asset">One that anyone may find.</param>
    public async Task<Download?> FindAsync(Asset asset, PodcastFormat format, CancellationToken ct) =>
        asset is { PublishedRunId: not null } and ({ Restrictions: null } or { Restrictions: { AllowedCountries.Count: 0, DeniedCountries.Count: 0, AllowedOrigins.Count: 0 } })
        && RenditionOf(asset, format) is { } rendition
        && await downloads.OfPublishedAsync(asset, rendition.Name, ct) is { Status: DownloadStatus.Ready } file
            ? file
            : null;

    private static AssetRendition? RenditionOf(Asset asset, PodcastFormat format) => format == PodcastFormat.Audio
        ? asset.Renditions.Where(rendition => rendition.Kind == "audio").MaxBy(rendition => rendition.AverageBitrate)
        : asset.Renditions.Where(rendition => rendition.Kind == "video").OrderBy(rendition => rendition.Height > TallestVideo).ThenByDescending(rendition => rendition.Height <= TallestVideo ? rendition.Height : -rendition.Height)
            .ThenByDescending(rendition => rendition.Codecs.StartsWith("avc1", StringComparison.Ordinal)).ThenByDescending(rendition => rendition.AverageBitrate).FirstOrDefault();
}
