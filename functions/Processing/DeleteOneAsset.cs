using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// <c>DELETE /assets/{assetId}?permanent=</c>: puts an asset into the trash, from where it can be restored for a while (30 days, unless
/// the platform is set otherwise); or erases it with everything it made, at once and for good. Until it is erased its bytes count.
/// </summary>
public sealed class DeleteOneAsset(Creators creators, Removals removals)
{
    [Function(nameof(DeleteOneAsset))]
    [ApiQuery("permanent", typeof(bool), "Erase it for good, from the trash or past it.")]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(202)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "assets/{assetId}")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var (permanent, etag) = (QueryFlag.Parse(request, "permanent"), EntityTags.IfMatch(request));
                var error = !permanent.Succeeded ? permanent.Error
                    : permanent.Value ? (await removals.EraseAsync(client, caller.OwnerId, assetId, etag, ct)).Error
                    : (await removals.TrashAsync(client, caller.OwnerId, assetId, etag, ct)).Error;
                return error is null ? new JsonAnswer(StatusCodes.Status202Accepted) : ProblemResults.Problem(error);
            },
            ct);
}
