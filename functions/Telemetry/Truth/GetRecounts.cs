using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary><c>GET /operations/recounts</c>: recounts that are over, the newest first; kept for a year.</summary>
public sealed class GetRecounts(Operators operators, RecountReports reports)
{
    [Function(nameof(GetRecounts))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<RecountBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/recounts")] HttpRequest request, CancellationToken ct) =>
        operators.ListAsync(
            request,
            async (_, page) =>
            {
                var found = await reports.ListAsync(page, ct);
                return JsonAnswer.Ok(new PageBody<RecountBody>([.. found.Items.Select(RecountBody.From)], found.Cursor));
            },
            ct);
}
