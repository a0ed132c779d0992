using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary><c>PUT /operations/quarantine/{assetId}/{sessionId}</c>: an operator sets a session apart, or releases it; the newest verdict stands.</summary>
public sealed class PutVerdict(Operators operators, Quarantine quarantine)
{
    [Function(nameof(PutVerdict))]
    [ApiBody(typeof(VerdictBody))]
    [ApiAnswer(202, typeof(VerdictAnswer))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "operations/quarantine/{assetId}/{sessionId}")] HttpRequest request, string assetId, string sessionId, CancellationToken ct) =>
        operators.HandleAsync<VerdictBody>(
            request,
            async (_, body) =>
            {
                var judged = await quarantine.JudgeAsync(assetId, sessionId, body.Quarantined, ct);
                return judged.Succeeded
                    ? new JsonAnswer(StatusCodes.Status202Accepted, new VerdictAnswer(sessionId, body.Quarantined, !judged.Value))
                    : ProblemResults.Problem(judged.Error!);
            },
            ct);
}
