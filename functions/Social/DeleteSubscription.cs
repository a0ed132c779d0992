using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /channels/{channelId}/subscription</c>: subscribes to a channel no more; may be repeated.</summary>
public sealed class DeleteSubscription(Viewers people, Subscriptions subscriptions)
{
    [Function(nameof(DeleteSubscription))]
    [ApiAnswer(200, typeof(ChannelSubscription))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "channels/{channelId}/subscription")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        people.HandleAsync(request, async caller => (await subscriptions.SetAsync(Person.Of(caller), channelId, null, ct)).ToAnswer(JsonAnswer.Ok), ct);
}
