using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>GET /webhooks</c>: the caller's webhooks, newest first.</summary>
public sealed class GetWebhooks(Creators creators, Domain.Webhooks.Webhooks webhooks)
{
    [Function(nameof(GetWebhooks))]
    [ApiAnswer(200, typeof(PageBody<WebhookBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhooks")] HttpRequest request,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => JsonAnswer.Ok(new PageBody<WebhookBody>([.. (await webhooks.ListAsync(caller.OwnerId, ct)).Select(WebhookBody.From)], null)),
            ct);
}
