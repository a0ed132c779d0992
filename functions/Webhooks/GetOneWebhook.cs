using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>GET /webhooks/{webhookId}</c>: one webhook, with its ETag.</summary>
public sealed class GetOneWebhook(Creators creators, Domain.Webhooks.Webhooks webhooks)
{
    [Function(nameof(GetOneWebhook))]
    [ApiAnswer(200, typeof(WebhookBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhooks/{webhookId}")] HttpRequest request,
        string webhookId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await webhooks.GetAsync(caller.OwnerId, webhookId, ct)).ToAnswer(found => JsonAnswer.Ok(WebhookBody.From(found.Value)).WithETag(found.ETag)),
            ct);
}
