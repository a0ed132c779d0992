using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /playlists</c>: the caller's playlists, the newest first.</summary>
public sealed class GetPlaylists(Viewers people, Playlists playlists)
{
    [Function(nameof(GetPlaylists))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<PlaylistBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playlists")] HttpRequest request,
        CancellationToken ct) =>
        people.ListAsync(
            request,
            async (caller, page) => JsonAnswer.Ok(PlaylistBody.PageOf(await playlists.ListAsync(Person.Of(caller), Person.Of(caller).Id, page, ct))),
            ct);
}
