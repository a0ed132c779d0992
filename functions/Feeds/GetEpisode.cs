using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Feeds;

/// <summary>
/// <c>GET /playback/{playbackId}/episodes/{file}</c>: leads to the file of a public video whose channel is a podcast: <c>audio.m4a</c> or
/// <c>video.mp4</c>, whichever the channel has.
/// </summary>
public sealed class GetEpisode(SharedVideos videos, Channels channels, Episodes episodes)
{
    [Function(nameof(GetEpisode))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(302, Headers = "Location")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/episodes/{file}")] HttpRequest request, string playbackId, string file, CancellationToken ct)
    {
        var episode = await videos.FindAsync(playbackId, ct) is { IsListed: true, Asset: var asset }
            && (await channels.OfAsync(asset, ct)).Podcast is { } podcast && EpisodeFiles.NameOf(podcast.Format) == file
                ? await episodes.FindAsync(asset, podcast.Format, ct)
                : null;
        return episode is null
            ? ProblemResults.Problem(FeedErrors.EpisodeNotFound())
            : new JsonAnswer(StatusCodes.Status302Found).WithHeader("Location", episode.Url!).WithHeader("Cache-Control", "public, max-age=300");
    }
}
