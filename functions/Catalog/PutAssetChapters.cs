using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>PUT /assets/{assetId}/chapters</c>: chapters in place of the source's; without a list the source's again.</summary>
public sealed class PutAssetChapters(Creators creators, PutChapters put)
{
    [Function(nameof(PutAssetChapters))]
    [ApiBody(typeof(ChaptersBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(ChaptersBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "assets/{assetId}/chapters")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync<ChaptersBody>(
            request,
            async (caller, body) => (await put.ExecuteAsync(caller.OwnerId, assetId, body.ToChapters(), EntityTags.IfMatch(request), ct))
                .ToAnswer(asset => JsonAnswer.Ok(ChaptersBody.From(asset.Chapters))),
            ct);
}
