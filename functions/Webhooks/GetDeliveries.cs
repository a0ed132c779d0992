using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Webhooks;

/// <summary><c>GET /webhooks/{webhookId}/deliveries</c>: what was sent in the last 30 days and how it went, newest first.</summary>
public sealed class GetDeliveries(Creators creators, Deliveries deliveries)
{
    [Function(nameof(GetDeliveries))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<DeliveryBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhooks/{webhookId}/deliveries")] HttpRequest request,
        string webhookId,
        CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) => (await deliveries.ListAsync(caller.OwnerId, webhookId, page, ct))
                .ToAnswer(found => JsonAnswer.Ok(new PageBody<DeliveryBody>([.. found.Items.Select(DeliveryBody.From)], found.Cursor))),
            ct);
}
