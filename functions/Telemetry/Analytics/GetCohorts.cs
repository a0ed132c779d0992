using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Returning;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary><c>GET /operations/cohorts</c>: how many of a day's viewers came back after 1, 7 and 30 days, for those who run the installation.</summary>
public sealed class GetCohorts(Operators operators, ReadCohorts read, TimeProvider clock)
{
    private const int UsualDays = 35;

    [Function(nameof(GetCohorts))]
    [ApiQuery("from", typeof(DateTimeOffset), "The first day; 34 days before the last unless said otherwise.")]
    [ApiQuery("to", typeof(DateTimeOffset), "The last day, at most 92 days in all; today unless said otherwise.")]
    [ApiAnswer(200, typeof(CohortsBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/cohorts")] HttpRequest request,
        CancellationToken ct) =>
        operators.HandleAsync(
            request,
            async _ =>
            {
                var asked = DaysQuery.Parse(request, clock.GetUtcNow(), UsualDays, ReadCohorts.MostDays);
                return asked.Succeeded ? JsonAnswer.Ok(new CohortsBody(await read.ReadAsync(asked.Value.From, asked.Value.Days, ct))) : ProblemResults.Problem(asked.Error!);
            },
            ct);
}
