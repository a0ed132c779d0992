using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Processing.Moving;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// <c>POST /channels/{channelId}/move</c>: gives a channel to another account with all that is assigned to it, its subscribers and its handle.
/// Its videos play all the while. What is in the making follows within the hour, or stays. Done again it goes on, and once it is done it is done.
/// </summary>
public sealed class PostChannelMove(Creators creators, MoveTargets targets, MoveChannel move, TimeProvider clock)
{
    [Function(nameof(PostChannelMove))]
    [ApiBody(typeof(MoveBody))]
    [ApiAnswer(202, typeof(MovedBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "channels/{channelId}/move")] HttpRequest request,
        string channelId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleAsync<MoveBody>(
            request,
            async (caller, body) => (await MoveAsync(caller, channelId, body.To, client, ct)).ToAnswer(moved => new JsonAnswer(StatusCodes.Status202Accepted, moved)),
            ct);

    private async Task<Result<MovedBody>> MoveAsync(Caller caller, string channelId, string? to, DurableTaskClient client, CancellationToken ct)
    {
        if (await targets.CheckAsync(caller, to, ct) is { } denied)
        {
            return denied;
        }

        var found = await move.CheckAsync(caller.OwnerId, to!, channelId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var (wanted, channel) = found.Value;
        if (channel.OwnerId != to)
        {
            await client.StartOnceAsync(ContentMove.Workflow, wanted.InstanceIdAt(clock.GetUtcNow()), wanted, ct);
        }

        return new MovedBody(channelId, to!, channel.OwnerId == to);
    }
}
