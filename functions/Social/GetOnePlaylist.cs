using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playlists/{playlistId}</c>: one playlist, with its ETag. Its owner learns how many items there are; others may not see them all.</summary>
public sealed class GetOnePlaylist(SocialRequests requests, Playlists playlists, PlaylistItems items)
{
    [Function(nameof(GetOnePlaylist))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(PlaylistBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playlists/{playlistId}")] HttpRequest request,
        string playlistId,
        CancellationToken ct) =>
        requests.OpenAsync(
            request,
            async person => await playlists.FindAsync(person, playlistId, ct) is { Succeeded: true, Value: var found }
                ? JsonAnswer.Ok(PlaylistBody.From(found.Value, await items.CountAsync(person, found.Value, ct))).WithETag(found.ETag)
                : ProblemResults.Problem(PlaylistErrors.NotFound()),
            ct);
}
