using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Broadcasts;

/// <summary>
/// <c>POST /account/listening</c>: where a client connects by WebSocket to hear at once what happens to the caller's assets, in
/// the protocols json.webpubsub.azure.v1 and json.reliable.webpubsub.azure.v1.
/// </summary>
public sealed class PostListening(Viewers viewers, OwnerBroadcasts broadcasts)
{
    [Function(nameof(PostListening))]
    [ApiAnswer(200, typeof(Listening))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/listening")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(request, async caller => JsonAnswer.Ok(await broadcasts.OpenAsync(caller.OwnerId, ct)), ct);
}
