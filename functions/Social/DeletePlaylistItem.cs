using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /playlists/{playlistId}/items/{itemId}</c>: takes an item out of a playlist of the caller's; may be repeated.</summary>
public sealed class DeletePlaylistItem(Viewers people, PlaylistItems items)
{
    [Function(nameof(DeletePlaylistItem))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "playlists/{playlistId}/items/{itemId}")] HttpRequest request,
        string playlistId,
        string itemId,
        CancellationToken ct) =>
        people.HandleAsync(
            request,
            async caller => (await items.RemoveAsync(Person.Of(caller), playlistId, itemId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
