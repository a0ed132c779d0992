using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>DELETE /assets/{assetId}/playback-ids/{playbackId}</c>: links with this ID lead nowhere from then on; the last one of an asset stays. Absent is fine.</summary>
public sealed class DeletePlaybackId(Creators creators, EditPlaybackIds edit)
{
    [Function(nameof(DeletePlaybackId))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "assets/{assetId}/playback-ids/{playbackId}")] HttpRequest request,
        string assetId,
        string playbackId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request, async caller => (await edit.RemoveAsync(caller.OwnerId, assetId, playbackId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
