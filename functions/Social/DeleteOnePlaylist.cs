using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /playlists/{playlistId}</c>: deletes a playlist of the caller's with its items; may be repeated.</summary>
public sealed class DeleteOnePlaylist(Viewers people, Playlists playlists)
{
    [Function(nameof(DeleteOnePlaylist))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "playlists/{playlistId}")] HttpRequest request,
        string playlistId,
        CancellationToken ct) =>
        people.HandleAsync(
            request, async caller => (await playlists.DeleteAsync(Person.Of(caller), playlistId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
