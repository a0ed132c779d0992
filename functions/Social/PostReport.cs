using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>POST /playback/{playbackId}/reports</c>: reports a video, or a comment on it, to the moderators: once a person.</summary>
public sealed class PostReport(SocialRequests requests, Reports reports)
{
    [Function(nameof(PostReport))]
    [ApiBody(typeof(NewReportBody))]
    [ApiAnswer(202, typeof(ReportedBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "playback/{playbackId}/reports")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        requests.HandleAsync<NewReportBody>(
            request,
            playbackId,
            async (person, video, body) => (await reports.ReportAsync(video, person, body.CommentId, body.Reason, body.Details, ct))
                .ToAnswer(report => new JsonAnswer(StatusCodes.Status202Accepted, new ReportedBody(report.Id))),
            ct);
}
