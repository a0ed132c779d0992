using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// A creator who keeps trying: the platform may be killed under every request, and each request is one that may be
/// repeated.
/// </summary>
internal sealed class Creator(Platform platform)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Creates an upload and sends the file to its SAS URL; the asset's id.</summary>
    public async Task<string> UploadAsync(string file)
    {
        var (upload, status) = await PostAsync("/api/uploads", new { fileName = Path.GetFileName(file), sizeBytes = new FileInfo(file).Length });
        Assert.True(status == HttpStatusCode.Created, $"{status}: {upload}");
        await SendAsync(file, upload);
        return upload.GetProperty("assetId").GetString()!;
    }

    /// <summary>Sends another original for an asset; false when the asset can't take one now.</summary>
    public async Task<bool> ReplaceAsync(string assetId, string file)
    {
        var (upload, status) = await PostAsync("/api/uploads", new { fileName = Path.GetFileName(file), sizeBytes = new FileInfo(file).Length, assetId });
        if (status == HttpStatusCode.Created)
            await SendAsync(file, upload);
        return status == HttpStatusCode.Created;
    }

    private async Task SendAsync(string file, JsonElement upload)
    {
        var url = new Uri(upload.GetProperty("url").GetString()!);
        await InsistAsync(async client =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(file)) };
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
            request.Headers.Add("x-ms-version", "2021-12-02");
            using var response = await client.SendAsync(request);

            // A repeated attempt whose first one arrived is refused, because an upload can't be overwritten: just as good.
            return response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Forbidden or HttpStatusCode.Conflict
                ? JsonDocument.Parse("{}").RootElement
                : null;
        });
    }

    /// <summary>The asset as the API shows it; null when it is gone.</summary>
    public async Task<JsonElement?> FindAsync(string assetId)
    {
        var found = await InsistAsync(async client =>
        {
            using var response = await client.GetAsync(new Uri(platform.Url, $"/api/assets/{assetId}"));
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await response.Content.ReadFromJsonAsync<JsonElement>(),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => JsonDocument.Parse("null").RootElement,
                _ => null,
            };
        });
        return found.ValueKind == JsonValueKind.Null ? null : found;
    }

    public async Task<string> StatusAsync(string assetId) =>
        (await FindAsync(assetId))?.GetProperty("status").GetString() ?? "deleted";

    /// <summary>What the account uses: bytes kept, uploads open, minutes processed.</summary>
    public async Task<(double Bytes, double OpenUploads, double Minutes)> UsageAsync()
    {
        var account = await InsistAsync(async client =>
        {
            using var response = await client.GetAsync(new Uri(platform.Url, "/api/account"));
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadFromJsonAsync<JsonElement>() : null;
        });
        return (Used("bytes"), Used("openUploads"), Used("minutesThisMonth"));
        double Used(string quota) => account.GetProperty(quota).GetProperty("used").GetDouble();
    }

    /// <summary>False when it is refused: the asset may have become ready, or be gone, just before.</summary>
    public async Task<bool> CancelAsync(string assetId) => (await PostAsync($"/api/assets/{assetId}/cancel")).Status == HttpStatusCode.Accepted;

    /// <summary>False when there is nothing to process again, or it is processed now.</summary>
    public async Task<bool> ReprocessAsync(string assetId) => (await PostAsync($"/api/assets/{assetId}/reprocess")).Status == HttpStatusCode.Accepted;

    public async Task DeleteAsync(string assetId) => await InsistAsync(async client =>
    {
        using var response = await client.DeleteAsync(new Uri(platform.Url, $"/api/assets/{assetId}?permanent=true"));
        return (int)response.StatusCode < 500 ? JsonDocument.Parse("{}").RootElement : null;
    });

    /// <summary>A request that is done once however often it has to be sent; a refusal is an answer too.</summary>
    private async Task<(JsonElement Body, HttpStatusCode Status)> PostAsync(string path, object? body = null)
    {
        var key = Guid.NewGuid().ToString("N");
        var status = default(HttpStatusCode);
        var answer = await InsistAsync(async client =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(platform.Url, path));
            request.Content = body is null ? null : JsonContent.Create(body);
            request.Headers.Add("Idempotency-Key", key);
            using var response = await client.SendAsync(request);
            status = response.StatusCode;
            if ((int)status >= 500)
                return null;
            var said = await response.Content.ReadFromJsonAsync<JsonElement>();

            // The request that was killed is still taken for one that runs, for a minute.
            return said.TryGetProperty("code", out var code) && code.GetString() == "request.in_progress" ? null : said;
        });
        return (answer, status);
    }

    private async Task<JsonElement> InsistAsync(Func<HttpClient, Task<JsonElement?>> attempt)
    {
        using var client = platform.CreateClient();
        client.Timeout = TimeSpan.FromSeconds(20);
        var answer = await Eventually.GetAsync(
            async () =>
            {
                try
                {
                    return await attempt(client) is { } element ? new Answer(element) : null;
                }
                catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException or System.Net.Sockets.SocketException)
                {
                    return null;
                }
            },
            Patience,
            "the platform takes the request");
        return answer.Element;
    }

    private sealed record Answer(JsonElement Element);
}
