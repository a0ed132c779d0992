using System.Text;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Playback;

/// <summary>A manifest, with how long which caches may keep it.</summary>
internal sealed class ManifestAnswer(string text, string contentType, string cacheControl) : IResult
{
    public const string Hls = "application/vnd.apple.mpegurl";
    public const string Dash = "application/dash+xml";
    public const string WebVtt = "text/vtt";

    public string Text => text;

    public string CacheControl => cacheControl;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var bytes = Encoding.UTF8.GetBytes(text);
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = cacheControl;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
