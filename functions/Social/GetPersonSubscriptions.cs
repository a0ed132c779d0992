using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /people/{personId}/subscriptions</c>: the channels that somebody subscribes to who lets others see it, the latest first.</summary>
public sealed class GetPersonSubscriptions(SocialRequests requests, Subscriptions subscriptions)
{
    [Function(nameof(GetPersonSubscriptions))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<FollowedChannelBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{personId}/subscriptions")] HttpRequest request,
        string personId,
        CancellationToken ct) =>
        requests.ListAsync(
            request,
            async (_, page) => (await subscriptions.ListAsync(personId, page, ct)).ToAnswer(found =>
                JsonAnswer.Ok(new PageBody<FollowedChannelBody>([.. found.Items.Select(each => new FollowedChannelBody(each.ChannelId, each.At))], found.Cursor))),
            ct);
}
