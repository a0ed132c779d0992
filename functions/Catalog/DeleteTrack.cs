using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>DELETE /assets/{assetId}/tracks/{language}?kind=</c>: takes an uploaded track away.</summary>
public sealed class DeleteTrack(Creators creators, DeleteTextTrack delete)
{
    [Function(nameof(DeleteTrack))]
    [ApiQuery("kind", typeof(TextKind), "What the text is; subtitles unless given.")]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "assets/{assetId}/tracks/{language}")] HttpRequest request,
        string assetId,
        string language,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var which = TrackQuery.Parse(request, language);
                return which.Succeeded
                    ? (await delete.ExecuteAsync(caller.OwnerId, assetId, which.Value.Language, which.Value.Kind, EntityTags.IfMatch(request), ct))
                        .ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent))
                    : ProblemResults.Problem(which.Error!);
            },
            ct);
}
