using System.Globalization;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Playback;

/// <summary>
/// <c>GET /assets/{assetId}/downloads/{rendition}?start=12&amp;end=34.5</c>: where a rendition, or a clip of it, is as one MP4 file, for
/// its owner. The first request has it made: 202 until it is there.
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
            async caller => (await get.ExecuteAsync(caller.OwnerId, assetId, rendition, Seconds(request, "start"), Seconds(request, "end"), ct)).ToAnswer(AnswerOf),
            ct);

    /// <summary>What is given and no number is a range that can't be: NaN compares with nothing.</summary>
    private static double? Seconds(HttpRequest request, string name) =>
        request.Query[name] is not [{ } text] ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : double.NaN;

    private static JsonAnswer AnswerOf(Download download) => download.Status == DownloadStatus.Making
        ? new JsonAnswer(StatusCodes.Status202Accepted, download).WithHeader("Retry-After", RetryAfterSeconds)
        : JsonAnswer.Ok(download);
}
