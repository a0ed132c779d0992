using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /account/notifications</c>: what the caller was told of in the last 90 days, the latest first.</summary>
public sealed class GetNotifications(Viewers people, Notices notices)
{
    [Function(nameof(GetNotifications))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<NotificationBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/notifications")] HttpRequest request,
        CancellationToken ct) =>
        people.ListAsync(request, async (caller, page) => JsonAnswer.Ok(NotificationBody.PageOf(await notices.ListAsync(Person.Of(caller), page, ct))), ct);
}
