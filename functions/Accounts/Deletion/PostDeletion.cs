using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.Deletion;

/// <summary>
/// <c>POST /auth/deletion</c>: deletes the caller's account in seven days, with all that is theirs, unless they sign in before. It takes their
/// password, or that they signed in less than ten minutes ago, and ends all sessions.
/// </summary>
public sealed class PostDeletion(Viewers viewers, AskDeletion ask)
{
    [Function(nameof(PostDeletion))]
    [Guarded]
    [ApiBody(typeof(AskDeletionBody))]
    [ApiAnswer(202, typeof(DeletionBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/deletion")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<AskDeletionBody>(
            request,
            async (caller, body) => (await ask.ExecuteAsync(caller, body.Password, ct)).ToAnswer(deletion => new JsonAnswer(StatusCodes.Status202Accepted, new DeletionBody(deletion.DueAt))),
            ct);
}
