using System.Globalization;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary><c>GET /oembed?url=…</c>: how another site shows a video of which it has the address, by oEmbed 1.0, as JSON or, with <c>format=xml</c>, XML. Of what isn't for everybody it tells as little as of what is not there.</summary>
public sealed class GetOEmbed(SharedVideos videos, Channels channels, PublicLinks links)
{
    [Function(nameof(GetOEmbed))]
    [ApiConventions(ApiConvention.Open)]
    [ApiQuery("url", typeof(string), "The address of a video's page.")]
    [ApiQuery("format", typeof(string), "json, which it is unless given, or xml.")]
    [ApiQuery("maxwidth", typeof(int), "Pixels that the player may be wide.")]
    [ApiQuery("maxheight", typeof(int), "Pixels that it may be high.")]
    [ApiAnswer(200, typeof(OEmbedBody))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "oembed")] HttpRequest request, CancellationToken ct)
    {
        var format = request.Query["format"].ToString();
        if (format is not ("" or "json" or "xml"))
        {
            return ProblemResults.Problem(FeedErrors.OEmbedFormat());
        }

        if (links.PlaybackIdOf(request.Query["url"].ToString()) is not { } id || await videos.FindAsync(id, ct) is not { OnlyOn: null } video)
        {
            return ProblemResults.Problem(FeedErrors.OEmbedNotFound());
        }

        var body = OEmbedBody.Of(video, await channels.OfAsync(video.Asset, ct), links, PixelsOf(request, "maxwidth"), PixelsOf(request, "maxheight"));
        var answer = format == "xml" ? new JsonAnswer(StatusCodes.Status200OK, OEmbedXml.Write(body), "text/xml; charset=utf-8") : JsonAnswer.Ok(body);
        return answer.WithHeader("Cache-Control", "public, max-age=300").WithHeader("Access-Control-Allow-Origin", "*");
    }

    private static int? PixelsOf(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
