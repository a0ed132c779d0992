using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Live;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}.m3u8</c>: the HLS multivariant playlist of what plays now. Of a video it names the revision, so that a player stays with it; of a live stream the broadcast.</summary>
public sealed class GetHls(PlaybackRequests requests, LiveRequests live, IManifestWriter manifests)
{
    [Function(nameof(GetHls))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, ContentType = "application/vnd.apple.mpegurl")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}.m3u8")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        LivePlayback.IsOfStream(playbackId) ? live.MultivariantAsync(request, playbackId, ct) : requests.HandleAsync(
            request,
            playbackId,
            revision: null,
            (grant, presentation) =>
            {
                // Relative: the same for every host name the platform is reached by.
                var folder = $"{playbackId}/r{grant.Asset.Revision}/";
                var bytes = requests.Write(grant, presentation, "hls", media: null, () => manifests.HlsMultivariant(
                    presentation, track => $"{folder}{Uri.EscapeDataString(track)}.m3u8{PlaybackRequests.QueryOf(grant)}"));
                return Task.FromResult<IResult>(
                    new ManifestAnswer(bytes!, ManifestAnswer.Hls, ManifestCaching.Multivariant(grant, presentation)));
            },
            ct);
}
