using System.Net;

namespace StreamPlatform.Media.Checking;

/// <summary>Fetches as a player does. Absent is 404 or 410; any other failure is thrown, since it says nothing about the media.</summary>
public sealed class HttpMediaFetcher(HttpClient client) : IMediaFetcher
{
    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">The server refused or could not be reached.</exception>
    public async Task<ReadOnlyMemory<byte>?> GetAsync(Uri uri, long maxBytes, CancellationToken ct)
    {
        using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
        response.EnsureSuccessStatusCode();
        if (response.Content.Headers.ContentLength > maxBytes) throw TooLarge(uri, maxBytes);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var content = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
        {
            if (content.Length + read > maxBytes) throw TooLarge(uri, maxBytes);
            content.Write(buffer, 0, read);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static InvalidDataException TooLarge(Uri uri, long maxBytes) => new($"{uri.AbsolutePath} is larger than {maxBytes} bytes.");
}
