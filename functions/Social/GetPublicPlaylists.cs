using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /people/{personId}/playlists</c>: somebody's public playlists, the newest first; none of who is hidden.</summary>
public sealed class GetPublicPlaylists(SocialRequests requests, Playlists playlists, Profiles profiles)
{
    [Function(nameof(GetPublicPlaylists))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<PlaylistBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{personId}/playlists")] HttpRequest request,
        string personId,
        CancellationToken ct) =>
        requests.ListAsync(
            request,
            async (_, page) => JsonAnswer.Ok(await profiles.FindOwnAsync(personId, ct) is { Value.Privacy.Hidden: true }
                ? new PageBody<PlaylistBody>([], null)
                : PlaylistBody.PageOf(await playlists.ListAsync(null, personId, page, ct))),
            ct);
}
