using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.History;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.History;

/// <summary><c>DELETE /me/history</c>: clears the caller's history; may be repeated. At once nothing of it is shown any more, and a workflow erases it.</summary>
public sealed class DeleteHistory(Viewers viewers, ClearHistory clear, TimeProvider clock)
{
    [Function(nameof(DeleteHistory))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "me/history")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                var clearing = new HistoryClearing(caller.UserId, clock.GetUtcNow());
                // First: whatever dies after it, all of it is done.
                await client.StartOnceAsync(HistoryClearing.Workflow, clearing.InstanceId, clearing, ct);
                await clear.BeginAsync(clearing, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
