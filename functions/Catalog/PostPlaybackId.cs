using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>POST /assets/{assetId}/playback-ids</c>: another ID by which an asset plays, public or for those who have a token.</summary>
public sealed class PostPlaybackId(Creators creators, EditPlaybackIds edit)
{
    [Function(nameof(PostPlaybackId))]
    [ApiBody(typeof(NewPlaybackIdBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(PlaybackId))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/playback-ids")] HttpRequest request, string assetId, CancellationToken ct) =>
        creators.HandleOnceAsync<NewPlaybackIdBody>(
            request,
            async (caller, body, id) => (await edit.AddAsync(caller.OwnerId, assetId, body.Policy ?? PlaybackPolicy.Public, id, ct))
                .ToAnswer(made => new JsonAnswer(StatusCodes.Status201Created, made)),
            ct);
}

/// <summary>Who an ID is for; anybody, unless it says otherwise.</summary>
public sealed record NewPlaybackIdBody(PlaybackPolicy? Policy);
