using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playback/{playbackId}/comments/{commentId}</c>: one comment, with its ETag.</summary>
public sealed class GetOneComment(SocialRequests requests, CommentReader comments, PublicLinks links)
{
    [Function(nameof(GetOneComment))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(CommentBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/comments/{commentId}")] HttpRequest request,
        string playbackId,
        string commentId,
        CancellationToken ct) =>
        requests.OpenAsync(
            request,
            playbackId,
            async (person, video) => (await comments.GetAsync(video, person, commentId, ct))
                .ToAnswer(found => JsonAnswer.Ok(CommentBody.From(found.Value, video, person, links)).WithETag(found.ETag)),
            ct);
}
