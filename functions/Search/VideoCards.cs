using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Search;

/// <summary>Shows videos that anybody may find.</summary>
public sealed class VideoCards(PublicLinks links)
{
    public IReadOnlyList<VideoCardBody> Of(IEnumerable<FoundVideo> found) => [.. found.Select(Of)];

    /// <summary>With how often each was viewed.</summary>
    /// <param name="withReasons">And with what it is recommended for.</param>
    public IReadOnlyList<VideoCardBody> Of(IEnumerable<RecommendedVideo> recommended, bool withReasons = false) =>
        [.. recommended.Select(each => Of(each.Video) with { Views = each.Views, Why = withReasons ? each.Why : null })];

    /// <summary>With what a search marked.</summary>
    public IReadOnlyList<VideoCardBody> MarkedOf(IEnumerable<FoundVideo> found) =>
        [.. found.Select(video => Of(video) with { TitleMarks = video.Title.Marks, Description = video.Description })];

    private VideoCardBody Of(FoundVideo video)
    {
        var playbackId = Discoverable.PlaybackIdOf(video.Asset)!;
        return new VideoCardBody
        {
            PlaybackId = playbackId,
            Title = video.Asset.Title,
            Channel = new FoundChannelBody(video.Channel.Id, video.Channel.Name),
            DurationSeconds = video.Asset.DurationSeconds,
            PosterUrl = video.Asset.Pictures?.Poster is null ? null : links.PosterOf(playbackId),
            PublishedAt = video.PublishedAt,
            Category = video.Asset.Metadata.Category,
            Language = video.Asset.Metadata.Language,
        };
    }
}
