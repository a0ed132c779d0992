using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Deletion;

/// <summary><c>DELETE /auth/deletion</c>: the caller keeps their account, as signing in here does by itself; may be repeated.</summary>
public sealed class DeleteDeletion(Viewers viewers, AccountDeletions deletions)
{
    [Function(nameof(DeleteDeletion))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "auth/deletion")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                await deletions.CancelAsync(caller.UserId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
