using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /moderation/reports</c>: what was reported, the oldest first.</summary>
public sealed class GetReports(Moderators moderators, Reports reports)
{
    [Function(nameof(GetReports))]
    [ApiQuery("state", typeof(ReportState), "Open unless it says otherwise.")]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<ReportBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "moderation/reports")] HttpRequest request,
        CancellationToken ct) =>
        moderators.ListAsync(
            request,
            async (_, page) => JsonAnswer.Ok(ReportBody.PageOf(
                await reports.ListAsync(Enum.TryParse<ReportState>(request.Query["state"], ignoreCase: true, out var state) ? state : ReportState.Open, page, ct))),
            ct);
}
