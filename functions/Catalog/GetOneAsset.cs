using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /assets/{assetId}</c>: one asset, with its ETag; also from the trash.</summary>
public sealed class GetOneAsset(Creators creators, GetAsset get, AssetAnswers answers)
{
    [Function(nameof(GetOneAsset))]
    [ApiAnswer(200, typeof(AssetBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await get.EvenTrashedAsync(caller.OwnerId, assetId, ct);
                return found.Succeeded ? await answers.OkAsync(found.Value, ct) : ProblemResults.Problem(found.Error!);
            },
            ct);
}
