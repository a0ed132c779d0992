using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>POST /webhooks/{webhookId}/test</c>: sends a message to see whether it arrives.</summary>
public sealed class PostWebhookTest(Creators creators, Deliveries deliveries)
{
    [Function(nameof(PostWebhookTest))]
    [ApiAnswer(202, typeof(SentBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{webhookId}/test")] HttpRequest request,
        string webhookId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => await client.DeliverAsync(await deliveries.TestAsync(caller.OwnerId, webhookId, ct), ct),
            ct);
}
