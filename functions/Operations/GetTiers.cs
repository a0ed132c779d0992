using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /operations/tiers/{id}</c>: what a look at the tiers has found so far.</summary>
public sealed class GetTiers
{
    [Function(nameof(GetTiers))]
    [ApiAnswer(200, typeof(TierBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "operations/tiers/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        if (!TierSweep.IsInstanceId(id) || await client.GetInstanceAsync(id, true, ct) is not { } instance)
        {
            return ProblemResults.Problem(TierErrors.NotFound());
        }

        var sweep = instance.SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<TierSweep>(json, DomainJson.Options) : null;
        return JsonAnswer.Ok(new TierBody(id, sweep?.Moves ?? false, instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed, sweep?.Report ?? TierReport.Nothing));
    }
}
