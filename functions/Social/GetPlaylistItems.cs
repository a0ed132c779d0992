using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playlists/{playlistId}/items</c>: what is in a playlist, in order; what the caller may not see is left out, so that a page may have fewer than were asked for.</summary>
public sealed class GetPlaylistItems(SocialRequests requests, PlaylistItems items)
{
    [Function(nameof(GetPlaylistItems))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<PlaylistItemBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playlists/{playlistId}/items")] HttpRequest request,
        string playlistId,
        CancellationToken ct) =>
        requests.ListAsync(
            request,
            async (person, page) => (await items.ListAsync(person, playlistId, page, ct))
                .ToAnswer(found => JsonAnswer.Ok(new PageBody<PlaylistItemBody>([.. found.Items.Select(PlaylistItemBody.From)], found.Cursor))),
            ct);
}
