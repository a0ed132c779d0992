using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What a video has several of, and what it belongs to, by which it is filtered.</summary>
public static class VideoLabels
{
    public static string OfChannel(string channelId) => $"channel {channelId}";

    /// <summary>Case and accents don't count.</summary>
    public static string OfTag(string tag) => $"tag {SearchText.Key(tag)}";

    public static string OfCaptions(string language) => $"captions {language.ToLowerInvariant()}";

    public static IEnumerable<string> Of(IndexedVideo video) =>
        [OfChannel(video.ChannelId), .. video.Tags.Select(OfTag).Concat(video.Captions.Select(OfCaptions)).Distinct(StringComparer.Ordinal)];

    /// <summary>What a video has to have for the filters, as far as labels say it.</summary>
    public static IEnumerable<string> WantedBy(VideoFilters filters)
    {
        if (filters.Channel is { } channel)
            yield return OfChannel(channel);
        if (filters.Tag is { } tag)
            yield return OfTag(tag);
        if (filters.Captions is { } language and not VideoFilters.AnyCaptions)
            yield return OfCaptions(language);
    }
}
