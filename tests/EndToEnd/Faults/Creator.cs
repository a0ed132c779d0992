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
        var key = Guid.NewGuid().ToString("N");
        var upload = await InsistAsync(async client =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads")
            {
                Content = JsonContent.Create(new { fileName = Path.GetFileName(file), sizeBytes = new FileInfo(file).Length }),
            };
            request.Headers.Add("Idempotency-Key", key);
            using var response = await client.SendAsync(request);
            return response.StatusCode == HttpStatusCode.Created ? await response.Content.ReadFromJsonAsync<JsonElement>() : null;
        });
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
        return upload.GetProperty("assetId").GetString()!;
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

    /// <summary>What the account uses: bytes kept, uploads open.</summary>
    public async Task<(double Bytes, double OpenUploads)> UsageAsync()
    {
        var account = await InsistAsync(async client =>
        {
            using var response = await client.GetAsync(new Uri(platform.Url, "/api/account"));
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadFromJsonAsync<JsonElement>() : null;
        });
        return (Used("bytes"), Used("openUploads"));
        double Used(string quota) => account.GetProperty(quota).GetProperty("used").GetDouble();
    }

    public Task CancelAsync(string assetId) => SendAsync(HttpMethod.Post, $"/api/assets/{assetId}/cancel");

    public Task DeleteAsync(string assetId) => SendAsync(HttpMethod.Delete, $"/api/assets/{assetId}");

    /// <summary>A refusal is an answer too: the asset may have become ready, or be gone, just before.</summary>
    private async Task SendAsync(HttpMethod method, string path) => await InsistAsync(async client =>
    {
        using var request = new HttpRequestMessage(method, new Uri(platform.Url, path));
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode < 500 ? JsonDocument.Parse("{}").RootElement : null;
    });

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
                catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
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
