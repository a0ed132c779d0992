using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /account/subscriptions</c>: the channels that the caller subscribes to, the latest first.</summary>
public sealed class GetSubscriptions(Viewers people, Subscriptions subscriptions)
{
    [Function(nameof(GetSubscriptions))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<Subscription>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/subscriptions")] HttpRequest request,
        CancellationToken ct) =>
        people.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await subscriptions.ListOwnAsync(Person.Of(caller), page, ct);
                return JsonAnswer.Ok(new PageBody<Subscription>(found.Items, found.Cursor));
            },
            ct);
}
