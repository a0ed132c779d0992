using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /account/notifications/new</c>: how many of the latest 100 are new: neither read nor seen.</summary>
public sealed class GetNewNotifications(Viewers people, Notices notices)
{
    [Function(nameof(GetNewNotifications))]
    [ApiAnswer(200, typeof(NewNotificationsBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/notifications/new")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleAsync(request, async caller => JsonAnswer.Ok(new NewNotificationsBody(await notices.CountNewAsync(Person.Of(caller), ct))), ct);
}
