using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>POST /playlists</c>: a new playlist of the caller's, private unless it says otherwise.</summary>
public sealed class PostPlaylist(Viewers people, Playlists playlists)
{
    [Function(nameof(PostPlaylist))]
    [ApiBody(typeof(PlaylistChange))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(PlaylistBody), Headers = "Location,ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "playlists")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleOnceAsync<PlaylistChange>(
            request,
            async (caller, body, id) => (await playlists.CreateAsync(Person.Of(caller), body, id, ct)).ToAnswer(made =>
                new JsonAnswer(StatusCodes.Status201Created, PlaylistBody.From(made.Value, 0)).WithETag(made.ETag).WithHeader("Location", $"/api/playlists/{made.Value.Id}")),
            ct);
}
