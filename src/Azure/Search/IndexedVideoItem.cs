using Azure.Search.Documents.Models;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Azure.Search;

/// <summary>
/// A public video as the index has it. The title is there three times: as suggestions show it, since a field with an analyzer of
/// our own can't suggest; as words without accents; and as their English stems.
/// </summary>
internal static class IndexedVideoItem
{
    /// <param name="indexedAt">Tells what a rebuild wrote from what it did not come by.</param>
    public static SearchDocument Of(IndexedVideo video, DateTimeOffset indexedAt) => new()
    {
        ["id"] = video.AssetId,
        ["title"] = video.Title,
        ["titleWords"] = video.Title,
        ["titleStems"] = video.Title,
        ["description"] = video.Description,
        ["tags"] = video.Tags.ToArray(),
        ["labels"] = VideoLabels.Of(video).ToArray(),
        ["category"] = video.Category,
        ["language"] = video.Language,
        ["channelId"] = video.ChannelId,
        ["channelName"] = video.ChannelName,
        ["duration"] = Bands.Of(video.DurationSeconds).ToString().ToLowerInvariant(),
        ["lines"] = Bands.LinesOf(video.Lines),
        ["hasCaptions"] = video.Captions.Count > 0,
        ["isLive"] = video.IsLive,
        ["publishedAt"] = video.PublishedAt,
        ["views"] = video.Views,
        ["rating"] = video.Rating,
        ["indexedAt"] = indexedAt,
    };
}
