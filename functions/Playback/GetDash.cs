using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}.mpd</c>: the DASH manifest; only of what is complete.</summary>
public sealed class GetDash(PlaybackRequests requests, IManifestWriter manifests)
{
    [Function(nameof(GetDash))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, ContentType = "application/dash+xml")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}.mpd")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            revision: null,
            async (grant, presentation) =>
            {
                if (!presentation.Complete || grant.Asset.Revision == Presentations.Growing)
                {
                    return ProblemResults.Problem(PlaybackErrors.NotReady());
                }

                var folder = await requests.SignAsync(presentation, ct);
                var bytes = requests.Write(grant, presentation, "dash", folder, () => manifests.DashMpd(presentation, folder.UrlOf));
                return new ManifestAnswer(bytes!, ManifestAnswer.Dash, requests.CacheSigned(grant, presentation, folder));
            },
            ct);
}
