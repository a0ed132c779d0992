using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /assets</c>: the caller's assets, newest first.</summary>
public sealed class GetAssets(Creators creators, ListAssets list, AssetAnswers answers)
{
    [Function(nameof(GetAssets))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets")] HttpRequest request, CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await list.ExecuteAsync(caller.OwnerId, page, ct);
                var bodies = await Task.WhenAll(found.Items.Select(asset => answers.BodyOfAsync(asset, ct)));
                return JsonAnswer.Ok(new PageBody<AssetBody>(bodies, found.Cursor));
            },
            ct);
}
