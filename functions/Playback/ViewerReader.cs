using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Playback;

/// <summary>Reads from a request who wants to play, and from where.</summary>
public sealed class ViewerReader(CallerAuthentication authentication, PlaybackOptions options)
{
    /// <summary>Nobody has to sign in to watch: who can't be told is nobody.</summary>
    public async Task<Viewer> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var caller = await authentication.AuthenticateAsync(request, Role.Viewer, ct);
        return new Viewer(
            request.Query["token"],
            caller.Succeeded ? caller.Value.OwnerId : null,
            ViewerPlaces.CountryOf(request, options),
            ViewerPlaces.PageHostOf(request),
            ViewerPlaces.IsOwnFrame(request, options));
    }
}
