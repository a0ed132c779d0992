using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>PATCH /assets/{assetId}</c>: renames an asset; with <c>If-Match</c> only the one that was read.</summary>
public sealed class PatchAsset(Creators creators, RenameAsset rename, AssetAnswers answers)
{
    [Function(nameof(PatchAsset))]
    [ApiBody(typeof(PatchAssetBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(AssetBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "assets/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync<PatchAssetBody>(
            request,
            async (caller, body) =>
            {
                var etag = EntityTags.IfMatch(request);
                var renamed = await rename.ExecuteAsync(caller.OwnerId, assetId, body.Title, etag, ct);
                return renamed.Succeeded ? await answers.OkAsync(renamed.Value, ct) : ProblemResults.Problem(renamed.Error!);
            },
            ct);
}
