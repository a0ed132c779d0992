using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary><c>PUT /me/avatar</c>: makes the body, a PNG image, the caller's picture; the middle of it, as a square.</summary>
public sealed class PutAvatar(Viewers viewers, Avatars avatars, MeAnswers answers)
{
    [Function(nameof(PutAvatar))]
    [ApiBody("image/png")]
    [ApiAnswer(200, typeof(MeBody), Headers = "ETag")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "me/avatar")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => await RequestBytes.ReadAsync(request, Avatars.MostBytes, ct) is { } png
                ? await answers.OfAsync(caller, await avatars.SetAsync(caller.UserId, png, ct), ct)
                : ProblemResults.Problem(ProfileErrors.AvatarTooLarge()),
            ct);
}
