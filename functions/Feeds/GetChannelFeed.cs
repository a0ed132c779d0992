using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /channels/{channelId}/feeds/{format}</c>: a channel's newest public videos, as <c>rss</c> (RSS 2.0) or <c>atom</c>.</summary>
public sealed class GetChannelFeed(Channels channels, PublicVideos videos, PublicLinks links)
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
        if ((found.Error ?? (format is "rss" or "atom" ? null : FeedErrors.FeedUnknown())) is { } wrong)
        {
            return ProblemResults.Problem(wrong);
        }

        var (channel, newest) = (found.Value.Value, (await videos.OfChannelAsync(found.Value.Value.Id, new PageRequest(null, Newest), ct)).Items);
        return new JsonAnswer(StatusCodes.Status200OK, format == "rss" ? RssFeed.Write(channel, newest, links) : AtomFeed.Write(channel, newest, links), $"application/{format}+xml; charset=utf-8")
            .WithHeader("Cache-Control", "public, max-age=300");
    }
}
