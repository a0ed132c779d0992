using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;
using StreamPlatform.Functions.Playback;

namespace StreamPlatform.Functions.Telemetry;

/// <summary><c>POST /playback/{playbackId}/sessions</c>: somebody who may play begins to watch. Nothing is kept until the session tells something, so repeating it does no harm.</summary>
public sealed class PostPlaybackSession(PlaybackRequests requests, OpenSession open, RequestLimits limits)
{
    private const int HeartbeatSeconds = 10;

    [Function(nameof(PostPlaybackSession))]
    [ApiBody(typeof(NewPlaybackSessionBody))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(201, typeof(PlaybackSession))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "playback/{playbackId}/sessions")] HttpRequest request,
        string playbackId,
        CancellationToken ct)
    {
        var asked = await AskedAsync(request, playbackId, ct);
        var opened = asked.Succeeded ? await open.ExecuteAsync(asked.Value, ct) : asked.Error!;
        return opened.ToAnswer(session => new JsonAnswer(
            StatusCodes.Status201Created, new PlaybackSession(session.SessionId, session.Token, session.ExpiresAt, HeartbeatSeconds, $"/api/{PostTelemetry.Route}")));
    }

    private async Task<Result<NewSession>> AskedAsync(HttpRequest request, string playbackId, CancellationToken ct)
    {
        if (limits.OfNewSession(request.HttpContext) is { } refused)
        {
            return refused;
        }

        var viewer = await requests.ViewerOfAsync(request, ct);
        var grant = await requests.GrantAsync(viewer, playbackId, ct);
        var body = grant.Succeeded ? await RequestBody.ReadOptionalAsync<NewPlaybackSessionBody>(request, ct) : grant.Error!;
        return body.Succeeded
            ? new NewSession(
                grant.Value, viewer, limits.AddressOf(request.HttpContext), request.Headers.UserAgent, body.Value?.Visitor, body.Value?.Source?.Kind, body.Value?.Source?.Host)
            : body.Error!;
    }
}
