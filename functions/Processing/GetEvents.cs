using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Watching;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Streams;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// <c>GET /assets/{assetId}/events</c>: the asset's progress as server-sent events. Browsers' EventSource can't send
/// headers, so the owner's preview token is taken as <c>?token=</c> too.
/// </summary>
public sealed class GetEvents(
    CallerAuthentication authentication,
    GetAsset get,
    IAssetStore store,
    PlaybackTokens tokens,
    WatchAsset watch,
    TimeProvider clock)
{
    [Function(nameof(GetEvents))]
    [ApiConventions(ApiConvention.Token)]
    [ApiAnswer(200, typeof(AssetProgress), ContentType = "text/event-stream")]
    [ApiAnswer(204)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}/events")] HttpRequest request,
        string assetId,
        CancellationToken ct)
    {
        if (await RefuseAsync(request, assetId, ct) is { } refused)
        {
            return ProblemResults.Problem(refused);
        }

        var lastId = request.Headers["Last-Event-ID"].ToString();
        var events = new SnapshotEvents<AssetProgress>(token => watch.ReadAsync(assetId, token), clock, lastId) { Event = "progress", IsLast = IsTerminal };
        return await events.IsOverAsync(ct) ? Results.NoContent() : events;
    }

    private static bool IsTerminal(AssetProgress progress) =>
        progress.Status is AssetState.Ready or AssetState.Failed or AssetState.Cancelled or AssetState.Deleted;

    private async Task<Error?> RefuseAsync(HttpRequest request, string assetId, CancellationToken ct)
    {
        if (request.Query["token"].ToString() is { Length: > 0 } token)
        {
            return OpaqueId.IsValid(assetId, AssetIds.Prefix)
                && await store.FindAsync(assetId, ct) is { Value: var asset }
                && await tokens.IsOwnersAsync(asset, token, ct)
                    ? null
                    : PlaybackErrors.TokenInvalid();
        }

        var caller = await authentication.AuthenticateAsync(request, Role.Creator, ct);
        return caller.Succeeded
            ? (await get.ExecuteAsync(caller.Value.OwnerId, assetId, ct)).Error
            : caller.Error;
    }
}
