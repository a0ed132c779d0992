using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /playlists/{playlistId}/items/{itemId}/place</c>: moves an item to another place; no other item changes.</summary>
public sealed class PutPlaylistItemPlace(Viewers people, PlaylistItems items)
{
    [Function(nameof(PutPlaylistItemPlace))]
    [ApiBody(typeof(PlaceBody))]
    [ApiAnswer(200, typeof(PlacedItemBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "playlists/{playlistId}/items/{itemId}/place")] HttpRequest request,
        string playlistId,
        string itemId,
        CancellationToken ct) =>
        people.HandleAsync<PlaceBody>(
            request,
            async (caller, body) => (await items.MoveAsync(Person.Of(caller), playlistId, itemId, body.After, ct)).ToAnswer(item => JsonAnswer.Ok(new PlacedItemBody(item.Id))),
            ct);
}
