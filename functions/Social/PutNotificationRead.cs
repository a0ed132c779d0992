using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /account/notifications/{notificationId}/read</c>: marks one as read; may be repeated.</summary>
public sealed class PutNotificationRead(Viewers people, Notices notices)
{
    [Function(nameof(PutNotificationRead))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "account/notifications/{notificationId}/read")] HttpRequest request,
        string notificationId,
        CancellationToken ct) =>
        people.HandleAsync(
            request, async caller => (await notices.ReadAsync(Person.Of(caller), notificationId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
