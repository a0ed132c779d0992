using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary><c>DELETE /me/avatar</c>: takes the caller's picture away; may be repeated.</summary>
public sealed class DeleteAvatar(Viewers viewers, Avatars avatars)
{
    [Function(nameof(DeleteAvatar))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "me/avatar")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(request, async caller => (await avatars.RemoveAsync(caller.UserId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
