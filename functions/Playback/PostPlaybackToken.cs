using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>POST /assets/{assetId}/playback-tokens</c>: a token with which a viewer plays one playback id for a while.</summary>
public sealed class PostPlaybackToken(Creators creators, GetAsset get, PlaybackTokens tokens)
{
    [Function(nameof(PostPlaybackToken))]
    [ApiBody(typeof(PlaybackTokenBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(PlaybackToken))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/playback-tokens")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleOnceAsync<PlaybackTokenBody>(
            request,
            async (caller, body, _) =>
            {
                var found = await get.ExecuteAsync(caller.OwnerId, assetId, ct);
                return found.Succeeded
                    ? (await tokens.IssueAsync(found.Value.Value, body.PlaybackId, body.ExpiresInSeconds, ct))
                        .ToAnswer(token => new JsonAnswer(StatusCodes.Status201Created, token))
                    : ProblemResults.Problem(found.Error!);
            },
            ct);
}

/// <summary>Body of <c>POST /assets/{assetId}/playback-tokens</c>; an hour when no time is given.</summary>
public sealed record PlaybackTokenBody(string? PlaybackId, double? ExpiresInSeconds);
