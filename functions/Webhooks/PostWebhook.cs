using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>POST /webhooks</c>: has a URL of the caller's told of their assets by Standard Webhooks; the answer has the secret, once.</summary>
public sealed class PostWebhook(Creators creators, Domain.Webhooks.Webhooks webhooks)
{
    [Function(nameof(PostWebhook))]
    [ApiBody(typeof(WebhookChange))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(WebhookBody), Headers = "Location")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks")] HttpRequest request,
        CancellationToken ct) =>
        creators.HandleOnceAsync<WebhookChange>(
            request,
            async (caller, body, id) => (await webhooks.CreateAsync(caller.OwnerId, body, id, ct)).ToAnswer(endpoint =>
                new JsonAnswer(StatusCodes.Status201Created, WebhookBody.WithSecret(endpoint)).WithHeader("Location", $"/api/webhooks/{endpoint.Id}")),
            ct);
}
