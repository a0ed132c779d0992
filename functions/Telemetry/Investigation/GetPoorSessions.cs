using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Investigation;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Investigation;

/// <summary>
/// <c>GET /operations/poor-sessions</c>: sessions of a day that went badly for their viewers, the worst first, with their whole timelines, for those who
/// run the installation. They are samples, kept for 30 days, and tell nothing of who watched.
/// </summary>
public sealed class GetPoorSessions(Operators operators, FindPoorSessions find, TimeProvider clock)
{
    [Function(nameof(GetPoorSessions))]
    [ApiQueries(typeof(PoorSessionQueries))]
    [ApiQuery("reason", typeof(PoorReason), "Those alone that this cost most.")]
    [ApiAnswer(200, typeof(PoorSessionsBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/poor-sessions")] HttpRequest request,
        CancellationToken ct) =>
        operators.HandleAsync(
            request,
            async _ =>
            {
                var (asked, reason) = (PoorSessionQueries.Parse(request, clock.GetUtcNow()), PoorSessionQueries.ReasonOf(request));
                return (asked.Error ?? reason.Error) is { } wrong
                    ? ProblemResults.Problem(wrong)
                    : JsonAnswer.Ok(new PoorSessionsBody(asked.Value.Day, await find.ListAsync(asked.Value.Day, asked.Value.AssetId, reason.Value, ct)));
            },
            ct);
}
