using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Http;

/// <summary>A request's body that is a small file.</summary>
public static class RequestBytes
{
    /// <summary>The body, or null when it is longer than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var body = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (body.Length <= maxBytes && (count = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            body.Write(buffer, 0, count);
        }

        return body.Length > maxBytes ? null : body.ToArray();
    }
}
