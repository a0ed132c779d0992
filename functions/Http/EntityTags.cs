using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Http;

/// <summary>ETags between headers (quoted) and stores (not quoted).</summary>
public static class EntityTags
{
    public static string Quote(string etag) => $"\"{etag}\"";

    /// <summary>Whether the caller has what <paramref name="quoted"/> is the ETag of (<c>If-None-Match</c>); caches on the way may have marked it as weak.</summary>
    public static bool IsKnown(HttpRequest request, string quoted) =>
        request.Headers.IfNoneMatch.SelectMany(line => line!.Split(',')).Select(tag => tag.Trim()).Any(tag => tag == "*" || tag == quoted || tag == $"W/{quoted}");

    /// <summary>The ETag the caller insists on; null when it sends none, or <c>*</c>.</summary>
    public static string? IfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString().Trim();
        return header is "" or "*" ? null : header.Trim('"');
    }
}
