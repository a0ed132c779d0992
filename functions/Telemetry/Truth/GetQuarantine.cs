using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary><c>GET /operations/quarantine/{assetId}</c>: sessions of a video of the last three days that count apart, or were judged.</summary>
public sealed class GetQuarantine(Operators operators, Quarantine quarantine)
{
    [Function(nameof(GetQuarantine))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<QuarantineBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/quarantine/{assetId}")] HttpRequest request, string assetId, CancellationToken ct) =>
        operators.ListAsync(
            request,
            async (_, page) =>
            {
                var found = await quarantine.ListAsync(assetId, page, ct);
                return JsonAnswer.Ok(new PageBody<QuarantineBody>([.. found.Items.Select(QuarantineBody.From)], found.Cursor));
            },
            ct);
}
