using System.Globalization;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary><c>GET /people/{person}/avatar?size=96</c>: leads to somebody's picture, whose own address expires; this one doesn't.</summary>
public sealed class GetAvatar(Domain.Accounts.Profiles.Profiles profiles, IPlaybackUrlSigner signer)
{
    [Function(nameof(GetAvatar))]
    [ApiConventions(ApiConvention.Open)]
    [ApiQuery("size", typeof(int), "Pixels a side that are wanted; there are 48, 96 and 192.")]
    [ApiAnswer(302, Headers = "Location")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{personId}/avatar")] HttpRequest request, string personId, CancellationToken ct)
    {
        if (await profiles.FindAsync(personId, ct) is not { Succeeded: true, Value: { Avatar: { } avatar } profile })
        {
            return ProblemResults.Problem(ProfileErrors.AvatarNotFound());
        }

        var side = AvatarPaths.SideFor(int.TryParse(request.Query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : AvatarPaths.Sides[^1]);
        var signed = await signer.SignAsync(AvatarPaths.FolderOf(profile.PersonId, avatar), ct);
        return new JsonAnswer(StatusCodes.Status302Found)
            .WithHeader("Location", signed.UrlOf(AvatarPaths.Of(profile.PersonId, avatar, side).Name))
            .WithHeader("Cache-Control", "public, max-age=300");
    }
}
