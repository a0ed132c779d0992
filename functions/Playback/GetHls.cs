using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}.m3u8</c>: the HLS multivariant playlist of what plays now. It names its revision, so that a player stays with it.</summary>
public sealed class GetHls(PlaybackRequests requests, IManifestWriter manifests)
{
    [Function(nameof(GetHls))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, ContentType = "application/vnd.apple.mpegurl")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}.m3u8")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync(
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
