using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PATCH /playlists/{playlistId}</c>: another title, description or visibility: what is given.</summary>
public sealed class PatchPlaylist(Viewers people, Playlists playlists, PlaylistItems items)
{
    [Function(nameof(PatchPlaylist))]
    [ApiBody(typeof(PlaylistChange))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(PlaylistBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "playlists/{playlistId}")] HttpRequest request,
        string playlistId,
        CancellationToken ct) =>
        people.HandleAsync<PlaylistChange>(
            request,
            async (caller, body) => await playlists.ChangeAsync(Person.Of(caller), playlistId, body, EntityTags.IfMatch(request), ct) is var changed && changed.Succeeded
                ? JsonAnswer.Ok(PlaylistBody.From(changed.Value.Value, await items.CountAsync(Person.Of(caller), changed.Value.Value, ct))).WithETag(changed.Value.ETag)
                : ProblemResults.Problem(changed.Error!),
            ct);
}
