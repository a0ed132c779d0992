using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}/r{revision}/{track}.m3u8</c>: the HLS media playlist of one track, with signed segment URLs.</summary>
public sealed class GetHlsTrack(PlaybackRequests requests, IManifestWriter manifests)
{
    [Function(nameof(GetHlsTrack))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, ContentType = "application/vnd.apple.mpegurl")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/r{revision:int}/{track}.m3u8")] HttpRequest request,
        string playbackId,
        int revision,
        string track,
        CancellationToken ct) =>
        requests.HandleAsync(
            request,
            playbackId,
            revision,
            async (grant, presentation) =>
            {
                var folder = await requests.SignAsync(presentation, ct);
                return requests.Write(grant, presentation, $"hls {revision} {track}", folder, () => manifests.HlsMedia(presentation, track, folder.UrlOf)) is { } bytes
                    ? new ManifestAnswer(bytes, ManifestAnswer.Hls, requests.CacheSigned(grant, presentation, folder))
                    : ProblemResults.Problem(PlaybackErrors.TrackNotFound());
            },
            ct);
}
