using StreamPlatform.Functions.Http.Api;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Playback;

/// <summary>
/// <c>GET /assets/{assetId}/downloads/{rendition}?start=12&amp;end=34.5</c>: where a rendition, or a clip of it, is as one MP4 file, for
/// its owner. The first request has it made: 202 until it is there. Of a rendition that was not made either, that first.
/// </summary>
public sealed class GetOneDownload(Creators creators, GetDownload get, AskedRenditions asked)
{
    private const string RetryAfterSeconds = "2";

    [Function(nameof(GetOneDownload))]
    [ApiQuery("start", typeof(double), "Seconds from which on; from the beginning unless given.")]
    [ApiQuery("end", typeof(double), "Seconds up to which; to the end unless given.")]
    [ApiAnswer(200, typeof(Download))]
    [ApiAnswer(202, typeof(Download), Headers = "Retry-After")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}/downloads/{rendition}")] HttpRequest request,
        string assetId,
        string rendition,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await get.ExecuteAsync(caller.OwnerId, assetId, rendition, Seconds(request, "start"), Seconds(request, "end"), ct);
                return found.Error?.Code == PlaybackErrors.TrackNotFound().Code
                    ? await MakeFirstAsync(caller.OwnerId, assetId, rendition, client, found.Error, ct)
                    : found.ToAnswer(AnswerOf);
            },
            ct);

    private async Task<JsonAnswer> MakeFirstAsync(string ownerId, string assetId, string rendition, DurableTaskClient client, Error missing, CancellationToken ct)
    {
        var made = await asked.AskAsync(client, ownerId, assetId, rendition, again: false, ct);
        return made.Succeeded
            ? AnswerOf(new Download(rendition, made.Value.Failure is null ? DownloadStatus.Making : DownloadStatus.Failed, Failure: made.Value.Failure))
            : ProblemResults.Problem(made.Error!.Code is "rendition.unknown" or "rendition.no_video" ? missing : made.Error);
    }

    /// <summary>What is given and no number is a range that can't be: NaN compares with nothing.</summary>
    private static double? Seconds(HttpRequest request, string name) =>
        request.Query[name] is not [{ } text] ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : double.NaN;

    private static JsonAnswer AnswerOf(Download download) => download.Status == DownloadStatus.Making
        ? new JsonAnswer(StatusCodes.Status202Accepted, download).WithHeader("Retry-After", RetryAfterSeconds)
        : JsonAnswer.Ok(download);
}
