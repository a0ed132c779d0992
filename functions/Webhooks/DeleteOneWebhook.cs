using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>DELETE /webhooks/{webhookId}</c>: tells it no more; may be repeated.</summary>
public sealed class DeleteOneWebhook(Creators creators, Domain.Webhooks.Webhooks webhooks)
{
    [Function(nameof(DeleteOneWebhook))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "webhooks/{webhookId}")] HttpRequest request,
        string webhookId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                await webhooks.DeleteAsync(caller.OwnerId, webhookId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
