using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /channels/{channelId}/subscription</c>: subscribes to a channel, with or without being told of new videos; may be repeated.</summary>
public sealed class PutSubscription(Viewers people, Subscriptions subscriptions)
{
    [Function(nameof(PutSubscription))]
    [ApiBody(typeof(PutSubscriptionBody))]
    [ApiAnswer(200, typeof(ChannelSubscription))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "channels/{channelId}/subscription")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        people.HandleAsync<PutSubscriptionBody>(
            request, async (caller, body) => (await subscriptions.SetAsync(Person.Of(caller), channelId, body.Notify ?? true, ct)).ToAnswer(JsonAnswer.Ok), ct);
}
