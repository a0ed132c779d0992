using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.History;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.History;

/// <summary><c>DELETE /me/history/{playbackId}</c>: takes a video out of the caller's history; may be repeated.</summary>
public sealed class DeleteVideoHistory(Viewers viewers, WatchHistory history)
{
    [Function(nameof(DeleteVideoHistory))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "me/history/{playbackId}")] HttpRequest request,
        string playbackId,
        CancellationToken ct) =>
        viewers.HandleAsync(request, async caller => (await history.RemoveAsync(caller.UserId, playbackId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
