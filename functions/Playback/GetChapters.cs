using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}/chapters.vtt</c>: the chapters as a WebVTT track of kind <c>chapters</c>.</summary>
public sealed class GetChapters(PlaybackRequests requests, IManifestWriter manifests)
{
    [Function(nameof(GetChapters))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, ContentType = "text/vtt")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/chapters.vtt")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            revision: null,
            (grant, presentation) => Task.FromResult<IResult>(requests.Write(grant, presentation, "chapters", media: null, () => manifests.ChaptersVtt(presentation)) is { } bytes
                ? new ManifestAnswer(bytes, ManifestAnswer.WebVtt, ManifestCaching.Multivariant(grant, presentation))
                : ProblemResults.Problem(PlaybackErrors.TrackNotFound())),
            ct);
}
