using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /assets/{assetId}/tracks</c>: the text tracks viewers get, uploaded ones and those of the source.</summary>
public sealed class GetTracks(Creators creators, GetAsset get, Presentations presentations)
{
    [Function(nameof(GetTracks))]
    [ApiAnswer(200, typeof(PageBody<TrackBody>), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}/tracks")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await get.ExecuteAsync(caller.OwnerId, assetId, ct);
                return found.Succeeded
                    ? JsonAnswer.Ok(new PageBody<TrackBody>(await ListAsync(found.Value.Value, ct), null)).WithETag(found.Value.ETag)
                    : ProblemResults.Problem(found.Error!);
            },
            ct);

    private async Task<IReadOnlyList<TrackBody>> ListAsync(Asset asset, CancellationToken ct)
    {
        var uploaded = asset.TextTracks.Select(TrackBody.From).ToList();
        var current = asset.PublishedRunId is null ? default : await presentations.CurrentAsync(asset, ct);
        var ofSource = asset.PublishedRunId is not null && current.Succeeded ? current.Value.Text.Where(text => asset.TextTracks.All(track => track.BlobName != text.BlobName)) : [];
        return [.. uploaded, .. ofSource.Select(TrackBody.From)];
    }
}
