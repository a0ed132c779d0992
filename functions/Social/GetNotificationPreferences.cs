using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /account/notifications/preferences</c>: what the caller does not want to be told of.</summary>
public sealed class GetNotificationPreferences(Viewers people, Notices notices)
{
    [Function(nameof(GetNotificationPreferences))]
    [ApiAnswer(200, typeof(NotificationPreferencesBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/notifications/preferences")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleAsync(
            request, async caller => JsonAnswer.Ok(new NotificationPreferencesBody((await notices.SettingsAsync(Person.Of(caller).Id, ct)).Muted)), ct);
}
