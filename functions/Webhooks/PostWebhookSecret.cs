using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>POST /webhooks/{webhookId}/secret</c>: a new secret; the one before signs beside it for a day.</summary>
public sealed class PostWebhookSecret(Creators creators, Domain.Webhooks.Webhooks webhooks)
{
    [Function(nameof(PostWebhookSecret))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(WebhookBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{webhookId}/secret")] HttpRequest request,
        string webhookId,
        CancellationToken ct) =>
        creators.HandleOnceAsync(
            request,
            async caller => (await webhooks.RotateAsync(caller.OwnerId, webhookId, ct))
                .ToAnswer(rotated => new JsonAnswer(StatusCodes.Status201Created, WebhookBody.WithSecret(rotated.Value))),
            ct);
}
