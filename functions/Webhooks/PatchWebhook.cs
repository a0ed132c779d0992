using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>PATCH /webhooks/{webhookId}</c>: changes what is given; one that was paused or disabled can be enabled again.</summary>
public sealed class PatchWebhook(Creators creators, Domain.Webhooks.Webhooks webhooks)
{
    [Function(nameof(PatchWebhook))]
    [ApiBody(typeof(WebhookChange))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(WebhookBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "webhooks/{webhookId}")] HttpRequest request,
        string webhookId,
        CancellationToken ct) =>
        creators.HandleAsync<WebhookChange>(
            request,
            async (caller, body) => (await webhooks.ChangeAsync(caller.OwnerId, webhookId, body, EntityTags.IfMatch(request), ct))
                .ToAnswer(changed => JsonAnswer.Ok(WebhookBody.From(changed.Value)).WithETag(changed.ETag)),
            ct);
}
