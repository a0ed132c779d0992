using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>POST /playlists/{playlistId}/items</c>: puts a video into a playlist of the caller's, once: one that is there stays where it is.</summary>
public sealed class PostPlaylistItem(Viewers people, PlaylistItems items)
{
    [Function(nameof(PostPlaylistItem))]
    [ApiBody(typeof(NewPlaylistItemBody))]
    [ApiAnswer(200, typeof(PlacedItemBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "playlists/{playlistId}/items")] HttpRequest request,
        string playlistId,
        CancellationToken ct) =>
        people.HandleAsync<NewPlaylistItemBody>(
            request,
            async (caller, body) => (await items.AddAsync(Person.Of(caller), playlistId, body.PlaybackId, body.After, ct)).ToAnswer(item => JsonAnswer.Ok(new PlacedItemBody(item.Id))),
            ct);
}
