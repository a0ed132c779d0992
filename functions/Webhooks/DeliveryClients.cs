using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Webhooks;

/// <summary>Has messages sent.</summary>
internal static class DeliveryClients
{
    public static Task DeliverAsync(this DurableTaskClient client, DeliveryRun run, CancellationToken ct) =>
        client.StartOnceAsync(DeliveryRun.Workflow, run.InstanceId, run, ct);

    public static async Task<JsonAnswer> DeliverAsync(this DurableTaskClient client, Result<DeliveryRun> run, CancellationToken ct)
    {
        if (!run.Succeeded)
        {
            return ProblemResults.Problem(run.Error!);
        }

        await client.DeliverAsync(run.Value, ct);
        return new JsonAnswer(StatusCodes.Status202Accepted, new SentBody(run.Value.DeliveryId));
    }
}
