using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Playback;

/// <summary>
/// <c>GET /assets/{assetId}/downloads/{rendition}</c>: where a rendition is as one MP4 file, for its owner. The first request has
/// it made: 202 until it is there.
/// </summary>
public sealed class GetOneDownload(Creators creators, GetDownload get)
{
    private const string RetryAfterSeconds = "2";

    [Function(nameof(GetOneDownload))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}/downloads/{rendition}")] HttpRequest request,
        string assetId,
        string rendition,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await get.ExecuteAsync(caller.OwnerId, assetId, rendition, ct)).ToAnswer(AnswerOf),
            ct);

    private static JsonAnswer AnswerOf(Download download) => download.Status == DownloadStatus.Making
        ? new JsonAnswer(StatusCodes.Status202Accepted, download).WithHeader("Retry-After", RetryAfterSeconds)
        : JsonAnswer.Ok(download);
}
