using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.History;

/// <summary>
/// <c>PUT /me/history/{playbackId}</c>: how far the caller watched a video. Reports may come late, in any order and more than once;
/// nothing is kept of them while the history is paused.
/// </summary>
public sealed class PutVideoHistory(Viewers viewers, WatchHistory history, PublicLinks links, TimeProvider clock)
{
    [Function(nameof(PutVideoHistory))]
    [ApiBody(typeof(WatchReportBody))]
    [ApiAnswer(200, typeof(VideoHistoryBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "me/history/{playbackId}")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        viewers.HandleAsync<WatchReportBody>(
            request,
            async (caller, body) =>
            {
                var report = body.ToReport(clock.GetUtcNow());
                var reported = report.Succeeded ? await history.ReportAsync(Person.Of(caller), playbackId, report.Value, ct) : report.Error!;
                return reported.ToAnswer(known => JsonAnswer.Ok(VideoHistoryBody.From(known, links)));
            },
            ct);
}
