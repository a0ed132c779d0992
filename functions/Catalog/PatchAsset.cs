using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>PATCH /assets/{assetId}</c>: changes what is given and clears what is null (RFC 7396); with <c>If-Match</c> only the asset that was read.</summary>
public sealed class PatchAsset(Creators creators, EditAsset edit, AssetAnswers answers)
{
    [Function(nameof(PatchAsset))]
    [ApiBody(typeof(AssetChange))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(AssetBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "assets/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync<AssetChange>(
            request,
            async (caller, change) =>
            {
                var edited = await edit.ExecuteAsync(caller.OwnerId, assetId, change, EntityTags.IfMatch(request), ct);
                return edited.Succeeded ? await answers.OkAsync(edited.Value, ct) : ProblemResults.Problem(edited.Error!);
            },
            ct);
}
