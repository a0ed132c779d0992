using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>POST /webhooks/{webhookId}/deliveries/{deliveryId}/replay</c>: sends a message again, whatever became of it.</summary>
public sealed class PostReplay(Creators creators, Deliveries deliveries)
{
    [Function(nameof(PostReplay))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(202, typeof(SentBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{webhookId}/deliveries/{deliveryId}/replay")] HttpRequest request,
        string webhookId,
        string deliveryId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync(
            request,
            async caller => await client.DeliverAsync(await deliveries.ReplayAsync(caller.OwnerId, webhookId, deliveryId, ct), ct),
            ct);
}
