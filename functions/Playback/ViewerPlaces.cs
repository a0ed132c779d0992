using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Playback;

/// <summary>Where a viewer is, as far as the request tells.</summary>
internal static class ViewerPlaces
{
    /// <summary>As the edge says; null when there is none that does, or it doesn't know.</summary>
    public static string? CountryOf(HttpRequest request, PlaybackOptions options) =>
        options.CountryHeader is { } header && request.Headers[header] is [var code] ? CountryCode.Parse(code) : null;

    /// <summary>Host of the page that plays: by <c>Origin</c>, which pages can't change, else by <c>Referer</c>.</summary>
    public static string? PageHostOf(HttpRequest request) =>
        StringValues.IsNullOrEmpty(request.Headers.Origin) ? HostOf(request.Headers.Referer) : HostOf(request.Headers.Origin);

    /// <summary>The page that plays is that of <see cref="Feeds.GetEmbedPage"/>. Its posts name our origin, as no other page's can.</summary>
    public static bool IsOwnFrame(HttpRequest request, PlaybackOptions options) =>
        (StringValues.IsNullOrEmpty(request.Headers.Origin) || request.Headers.Origin == options.PublicUrl) && request.Headers.Referer is [{ } page] && page.StartsWith($"{options.PublicUrl}/embed/", StringComparison.Ordinal);

    private static string? HostOf(StringValues url) =>
        url is [{ } text] && Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.IdnHost is { Length: > 0 } host ? host.ToLowerInvariant() : null;
}
