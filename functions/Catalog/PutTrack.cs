using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>PUT /assets/{assetId}/tracks/{language}?kind=&amp;label=</c>: the body, WebVTT or SRT, becomes the asset's track of this language and kind.</summary>
public sealed class PutTrack(Creators creators, PutTextTrack put)
{
    [Function(nameof(PutTrack))]
    [ApiBody("text/vtt")]
    [ApiQuery("kind", typeof(TextKind), "What the text is; subtitles unless given.")]
    [ApiQuery("label", typeof(string), "What menus call it; the language's name unless given.")]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(TrackBody))]
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
