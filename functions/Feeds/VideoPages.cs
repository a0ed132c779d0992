using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Feeds;

/// <summary>The web client's page for a video, with a head that tells of it. What the client is made of has names that stay: <c>/app.js</c>, <c>/app.css</c>.</summary>
public sealed class VideoPages(SharedVideos videos, PublicLinks links)
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src 'self' blob: https:; "
        + "worker-src 'self' blob:; connect-src 'self' blob: https:; object-src 'none'; base-uri 'self'; frame-ancestors ";

    /// <summary>What anybody may be told of a video is told; of the rest the page is the same as of what is not there, and the client finds out.</summary>
    /// <param name="embedded">Other sites may frame it: any, or those that the video's owner named.</param>
    public async Task<IResult> AnswerAsync(string playbackId, bool embedded, CancellationToken ct)
    {
        var video = await videos.FindAsync(playbackId, ct);
        return new JsonAnswer(StatusCodes.Status200OK, PageOf(video is null ? PageHead.OfNothing() : PageHead.Of(video, links)), "text/html; charset=utf-8")
            .WithHeader("Content-Security-Policy", ContentPolicy + (embedded ? AncestorsOf(video) : "'self'"))
            .WithHeader("X-Content-Type-Options", "nosniff")
            .WithHeader("Referrer-Policy", "strict-origin-when-cross-origin")
            .WithHeader("Cache-Control", "no-cache");
    }

    /// <summary>Whether a video that needs a token may be framed, only whoever brings the token knows: the API looks at where it plays.</summary>
    private static string AncestorsOf(SharedVideo? video) => video?.OnlyOn is { } hosts ? $"'self' {string.Join(' ', hosts.Select(host => $"https://{host}"))}" : "*";

    private static string PageOf(string head) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="strict-origin-when-cross-origin">
        {head}<link rel="icon" type="image/svg+xml" href="/icon.svg">
        <link rel="stylesheet" href="/app.css">
        <script type="module" src="/app.js"></script>
        </head>
        <body>
        <noscript>This page plays videos, for which it needs JavaScript.</noscript>
        <stream-app></stream-app>
        </body>
        </html>

        """;
}
