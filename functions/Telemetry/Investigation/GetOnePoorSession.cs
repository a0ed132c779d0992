using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Investigation;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Investigation;

/// <summary><c>GET /operations/poor-sessions/{sessionId}</c>: one session that went badly, with its whole timeline, for those who run the installation.</summary>
public sealed class GetOnePoorSession(Operators operators, FindPoorSessions find, TimeProvider clock)
{
    [Function(nameof(GetOnePoorSession))]
    [ApiQueries(typeof(PoorSessionQueries))]
    [ApiAnswer(200, typeof(PoorSession))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/poor-sessions/{sessionId}")] HttpRequest request,
        string sessionId,
        CancellationToken ct) =>
        operators.HandleAsync(
            request,
            async _ =>
            {
                var asked = PoorSessionQueries.Parse(request, clock.GetUtcNow());
                return asked.Succeeded ? (await find.FindAsync(asked.Value.Day, asked.Value.AssetId, sessionId, ct)).ToAnswer(JsonAnswer.Ok) : ProblemResults.Problem(asked.Error!);
            },
            ct);
}
