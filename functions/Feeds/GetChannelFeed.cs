using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /channels/{channelId}/feeds/{format}</c>: a channel's newest public videos, as <c>rss</c> (RSS 2.0), <c>atom</c> or, of a channel that is one, <c>podcast</c>, which has those whose files are made.</summary>
public sealed class GetChannelFeed(Channels channels, PublicVideos videos, Episodes episodes, PublicLinks links)
{
    private const int Newest = 50;

    [Function(nameof(GetChannelFeed))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "application/xml")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "channels/{channelId}/feeds/{format}")] HttpRequest request,
        string channelId,
        string format,
        CancellationToken ct)
    {
        var found = await channels.FindAsync(channelId, ct);
        if ((found.Error ?? (format is "rss" or "atom" || (format == "podcast" && found is { Succeeded: true, Value.Value.Podcast: not null }) ? null : FeedErrors.FeedUnknown())) is { } wrong)
        {
            return ProblemResults.Problem(wrong);
        }

        var (channel, newest) = (found.Value.Value, (await videos.OfChannelAsync(found.Value.Value.Id, new PageRequest(null, Newest), ct)).Items);
        var text = format switch
        {
            "rss" => RssFeed.Write(channel, newest, links),
            "atom" => AtomFeed.Write(channel, newest, links),
            _ => PodcastFeed.Write(channel, channel.Podcast!, await EpisodesAsync(newest, channel.Podcast!.Format, ct), links),
        };
        return new JsonAnswer(StatusCodes.Status200OK, text, $"application/{(format == "atom" ? "atom" : "rss")}+xml; charset=utf-8")
            .WithHeader("Cache-Control", "public, max-age=300");
    }

    private async Task<IReadOnlyList<(PublicVideo Video, Download File)>> EpisodesAsync(IReadOnlyList<PublicVideo> newest, PodcastFormat format, CancellationToken ct)
    {
        var files = await Task.WhenAll(newest.Select(video => episodes.FindAsync(video.Asset, format, ct)));
        return [.. newest.Zip(files).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))];
    }
}
