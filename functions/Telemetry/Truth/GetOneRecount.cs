using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary><c>GET /operations/recounts/{recountId}</c>: what a recount has found, until now or in all.</summary>
public sealed class GetOneRecount(Operators operators, RecountReports reports)
{
    [Function(nameof(GetOneRecount))]
    [ApiAnswer(200, typeof(RecountBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/recounts/{recountId}")] HttpRequest request,
        string recountId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        operators.HandleAsync(
            request,
            async _ =>
            {
                var report = await reports.FindAsync(recountId, ct);
                var going = report.Succeeded || !RecountDay.IsId(recountId) ? null : await client.GetInstanceAsync(recountId, true, ct);
                return report.Succeeded ? JsonAnswer.Ok(RecountBody.From(report.Value))
                    : ProgressOf(going) is { } progress ? JsonAnswer.Ok(RecountBody.From(progress, StateOf(going!)))
                    : ProblemResults.Problem(report.Error!);
            },
            ct);

    private static RecountState StateOf(OrchestrationMetadata going) =>
        going.RuntimeStatus is OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated ? RecountState.Failed : RecountState.Running;

    /// <summary>Until the first step is done there is only what it began with.</summary>
    private static DayRecount? ProgressOf(OrchestrationMetadata? going) => (going?.SerializedCustomStatus ?? going?.SerializedInput) is { } json
        ? JsonSerializer.Deserialize<DayRecount>(json, DomainJson.Options)
        : null;
}
