using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Processing.Moving;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// <c>POST /assets/{assetId}/move</c>: gives an asset to another account, whose quota it counts against from then on. It plays all the while, by
/// the same ids; it is shown under the other account's default channel. Nothing may be in the making or open. Done again it is the same.
/// </summary>
public sealed class PostAssetMove(Creators creators, MoveTargets targets, MoveAsset move, TimeProvider clock)
{
    [Function(nameof(PostAssetMove))]
    [ApiBody(typeof(MoveBody))]
    [ApiAnswer(200, typeof(MovedBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/move")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleAsync<MoveBody>(
            request,
            async (caller, body) => (await MoveAsync(caller, assetId, body.To, client, ct)).ToAnswer(moved => JsonAnswer.Ok(moved)),
            ct);

    /// <summary>The workflow is scheduled before anything is written, so that no crash leaves an asset half gone; done here it is true by the time the answer says so.</summary>
    private async Task<Result<MovedBody>> MoveAsync(Caller caller, string assetId, string? to, DurableTaskClient client, CancellationToken ct)
    {
        if (await targets.CheckAsync(caller, to, ct) is { } denied)
        {
            return denied;
        }

        var found = await move.CheckAsync(caller.OwnerId, to!, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var (wanted, asset) = found.Value;
        if (asset.OwnerId != to)
        {
            await client.StartOnceAsync(ContentMove.Workflow, wanted.InstanceIdAt(clock.GetUtcNow()), wanted, ct);
        }

        var moved = await move.ExecuteAsync(wanted, assetId, ct);
        return moved.Succeeded ? new MovedBody(assetId, moved.Value.OwnerId, moved.Value.OwnerId == to) : moved.Error!;
    }
}
