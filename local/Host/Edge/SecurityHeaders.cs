using Microsoft.AspNetCore.Builder;

namespace StreamPlatform.Local.Host.Edge;

/// <summary>Headers that make browsers careful, on every answer that doesn't set its own.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Scripts come from us alone. Styles may be inline (players set them); workers and media may be blobs (media source
    /// extensions); other sites may embed pages of players, but not frame the upload page: pages say that for themselves.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

    public static void Use(WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentSecurityPolicy = ContentPolicy;
        return next(context);
    });
}
