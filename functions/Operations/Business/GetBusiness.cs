using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Telemetry.Analytics;

namespace StreamPlatform.Functions.Operations.Business;

/// <summary><c>GET /operations/business</c>: how the platform does as a whole, by day, for those who run the installation: viewers, watch time, uploads, quality, availability.</summary>
public sealed class GetBusiness(Operators operators, ReadBusiness read, TimeProvider clock)
{
    private const int UsualDays = 28;

    [Function(nameof(GetBusiness))]
    [ApiQuery("from", typeof(DateTimeOffset), "The first day; 27 days before the last unless said otherwise.")]
    [ApiQuery("to", typeof(DateTimeOffset), "The last day, at most 366 days in all; today unless said otherwise.")]
    [ApiQuery("compare", typeof(string), "previous: the totals of as many days just before too.")]
    [ApiQuery("format", typeof(string), "json, or csv: a line for each day.")]
    [ApiAnswer(200, typeof(AnalyticsBody), Also = "text/csv")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/business")] HttpRequest request,
        CancellationToken ct) =>
        operators.HandleAsync(
            request,
            async _ =>
            {
                var asked = DaysQuery.Parse(request, clock.GetUtcNow(), UsualDays, ReadBusiness.MostDays);
                return asked.Succeeded
                    ? AnalyticsAnswers.Of(request, BusinessBody.Of(await read.ReadAsync(asked.Value.From, asked.Value.Days, request.Query["compare"] == "previous", ct)))
                    : ProblemResults.Problem(asked.Error!);
            },
            ct);
}
