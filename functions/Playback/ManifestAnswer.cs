using System.Text;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Playback;

/// <summary>A manifest, with how long which caches may keep it.</summary>
/// <param name="bytes">In UTF-8.</param>
internal sealed class ManifestAnswer(byte[] bytes, string contentType, string cacheControl) : IResult
{
    public const string Hls = "application/vnd.apple.mpegurl";
    public const string Dash = "application/dash+xml";
    public const string WebVtt = "text/vtt";

    public string Text => Encoding.UTF8.GetString(bytes);

    public string CacheControl => cacheControl;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = cacheControl;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
