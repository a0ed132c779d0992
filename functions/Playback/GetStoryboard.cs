using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}/r{revision}/storyboard.vtt</c>: thumbnails for a seek bar as WebVTT, with signed URLs of their sheets.</summary>
public sealed class GetStoryboard(PlaybackRequests requests, IManifestWriter manifests)
{
    [Function(nameof(GetStoryboard))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, ContentType = "text/vtt")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/r{revision:int}/storyboard.vtt")] HttpRequest request,
        string playbackId,
        int revision,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            revision,
            async (grant, presentation) =>
            {
                var folder = await requests.SignAsync(presentation, ct);
                return requests.Write(grant, presentation, $"storyboard {revision}", folder, () => manifests.StoryboardVtt(presentation, folder.UrlOf)) is { } bytes
                    ? new ManifestAnswer(bytes, ManifestAnswer.WebVtt, requests.CacheSigned(grant, presentation, folder))
                    : ProblemResults.Problem(PlaybackErrors.NoStoryboard());
            },
            ct);
}
