using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PATCH /moderation/reports/{reportId}</c>: a moderator decides on a report.</summary>
public sealed class PatchReport(Moderators moderators, Reports reports)
{
    [Function(nameof(PatchReport))]
    [ApiBody(typeof(ReportDecisionBody))]
    [ApiAnswer(200, typeof(ReportBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "moderation/reports/{reportId}")] HttpRequest request,
        string reportId,
        CancellationToken ct) =>
        moderators.HandleAsync<ReportDecisionBody>(
            request,
            async (caller, body) => (await reports.DecideAsync(Person.Of(caller), reportId, body.State, ct)).ToAnswer(report => JsonAnswer.Ok(ReportBody.From(report))),
            ct);
}
