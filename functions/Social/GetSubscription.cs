using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /channels/{channelId}/subscription</c>: how many subscribe to a channel, and whether the caller does.</summary>
public sealed class GetSubscription(SocialRequests requests, Subscriptions subscriptions)
{
    [Function(nameof(GetSubscription))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(ChannelSubscription))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "channels/{channelId}/subscription")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        requests.OpenAsync(request, async person => (await subscriptions.GetAsync(person, channelId, ct)).ToAnswer(JsonAnswer.Ok), ct);
}
