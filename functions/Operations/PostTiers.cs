using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Operations;

/// <summary>
/// <c>POST /operations/tiers</c>: an operator has the catalog's media moved to the tiers that its views choose, or asks what would be
/// moved. Those that are asked for within a minute, and do the same, are one.
/// </summary>
public sealed class PostTiers(TimeProvider clock)
{
    [Function(nameof(PostTiers))]
    [ApiBody(typeof(TierRequestBody))]
    [ApiAnswer(202, typeof(TierBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/tiers")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        var body = await RequestBody.ReadAsync<TierRequestBody>(request, ct);
        if (body.Error is { } wrong)
        {
            return ProblemResults.Problem(wrong);
        }

        var start = TierSweep.Begin(body.Value.Value.Move);
        var id = TierSweep.InstanceId(clock.GetUtcNow(), start.Moves);
        await client.StartOnceAsync(TierSweep.Workflow, id, start, ct);
        return new JsonAnswer(StatusCodes.Status202Accepted, new TierBody(id, start.Moves, Done: false, start.Report));
    }
}
