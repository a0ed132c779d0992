using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /account/notifications/preferences</c>: what the caller does not want to be told of.</summary>
public sealed class PutNotificationPreferences(Viewers people, Notices notices)
{
    [Function(nameof(PutNotificationPreferences))]
    [ApiBody(typeof(NotificationPreferencesBody))]
    [ApiAnswer(200, typeof(NotificationPreferencesBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "account/notifications/preferences")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleAsync<NotificationPreferencesBody>(
            request,
            async (caller, body) => (await notices.MuteAsync(Person.Of(caller), body.Muted ?? [], ct)).ToAnswer(settings => JsonAnswer.Ok(new NotificationPreferencesBody(settings.Muted))),
            ct);
}
