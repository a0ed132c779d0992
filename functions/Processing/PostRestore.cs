using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>POST /assets/{assetId}/restore</c>: takes an asset back out of the trash, as it was; one that is not there stays as it is.</summary>
public sealed class PostRestore(Creators creators, TrashAsset trash, AssetAnswers answers)
{
    [Function(nameof(PostRestore))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(200, typeof(AssetBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/restore")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleOnceAsync(
            request,
            async caller =>
            {
                var restored = await trash.RestoreAsync(caller.OwnerId, assetId, ct);
                return restored.Succeeded ? await answers.OkAsync(restored.Value, ct) : ProblemResults.Problem(restored.Error!);
            },
            ct);
}
