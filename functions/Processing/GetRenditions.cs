using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>GET /assets/{assetId}/renditions</c>: the video renditions that an asset has, those that are made, and those that can be asked for.</summary>
public sealed class GetRenditions(Creators creators, AskedRenditions asked)
{
    [Function(nameof(GetRenditions))]
    [ApiAnswer(200, typeof(PageBody<RenditionStatus>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}/renditions")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await asked.ListAsync(caller.OwnerId, assetId, ct)).ToAnswer(list => JsonAnswer.Ok(new PageBody<RenditionStatus>(list.Items, null))),
            ct);
}
