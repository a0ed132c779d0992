using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Http;

/// <summary>ETags between headers (quoted) and stores (not quoted).</summary>
public static class EntityTags
{
    public static string Quote(string etag) => $"\"{etag}\"";

    /// <summary>The ETag the caller insists on; null when it sends none, or <c>*</c>.</summary>
    public static string? IfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString().Trim();
        return header is "" or "*" ? null : header.Trim('"');
    }
}
