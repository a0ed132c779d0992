using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>PUT /assets/{assetId}/tracks/{language}?kind=&amp;label=</c>: the body, WebVTT or SRT, becomes the asset's track of this language and kind.</summary>
public sealed class PutTrack(Creators creators, PutTextTrack put)
{
    [Function(nameof(PutTrack))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "assets/{assetId}/tracks/{language}")] HttpRequest request,
        string assetId,
        string language,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var track = await TrackQuery.ReadAsync(request, language, ct);
                return track.Succeeded
                    ? (await put.ExecuteAsync(caller.OwnerId, assetId, track.Value, EntityTags.IfMatch(request), ct)).ToAnswer(put => JsonAnswer.Ok(TrackBody.From(put)))
                    : ProblemResults.Problem(track.Error!);
            },
            ct);
}
