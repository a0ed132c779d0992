using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Live;

/// <summary><c>POST /live-streams/{liveStreamId}/playback-tokens</c>: a token with which a viewer watches the stream for a while.</summary>
public sealed class PostLiveToken(Creators creators, LiveStreams streams, PlaybackTokens tokens)
{
    [Function(nameof(PostLiveToken))]
    [ApiBody(typeof(LiveTokenBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(PlaybackToken))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "live-streams/{liveStreamId}/playback-tokens")] HttpRequest request,
        string liveStreamId,
        CancellationToken ct) =>
        creators.HandleOnceAsync<LiveTokenBody>(
            request,
            async (caller, body, _) =>
            {
                var found = await streams.GetAsync(caller.OwnerId, liveStreamId, ct);
                return found.Succeeded
                    ? (await tokens.IssueAsync(found.Value.Stream.PlaybackId.Id, body.ExpiresInSeconds, ct)).ToAnswer(token => new JsonAnswer(StatusCodes.Status201Created, token))
                    : ProblemResults.Problem(found.Error!);
            },
            ct);
}

/// <summary>Body of <c>POST /live-streams/{liveStreamId}/playback-tokens</c>; an hour when no time is given.</summary>
public sealed record LiveTokenBody(double? ExpiresInSeconds);
