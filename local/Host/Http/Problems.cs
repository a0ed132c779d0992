using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Local.Host.Http;

/// <summary>The host's own refusals as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, int status, string code, string detail)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            JsonSerializer.Serialize(
                new { type = "about:blank", title = Title(status), status, detail, code, requestId = context.TraceIdentifier },
                JsonSerializerOptions.Web),
            CancellationToken.None);
    }

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
