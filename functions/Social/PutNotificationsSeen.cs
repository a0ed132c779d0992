using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /account/notifications/seen</c>: all there are by now are seen; may be repeated.</summary>
public sealed class PutNotificationsSeen(Viewers people, Notices notices)
{
    [Function(nameof(PutNotificationsSeen))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "account/notifications/seen")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleAsync(request, async caller => (await notices.SeeAsync(Person.Of(caller), ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
