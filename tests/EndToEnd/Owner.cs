using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What a request came to.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonElement Body)
{
    public string Text(string name) => Body.GetProperty(name).GetString()!;
}

/// <summary>An owner's requests to a platform, each sent once.</summary>
internal sealed class Owner(Uri platform, string apiKey) : IDisposable
{
    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri(platform, "/api/"),
        DefaultRequestHeaders = { Authorization = new("Bearer", apiKey) },
    };

    public static Owner Of(Platform platform) => new(platform.Url, platform.ApiKey);

    public void Dispose() => _client.Dispose();

    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        await DescribedAnswers.CheckAsync(request, response, text);
        return new(response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>Opens an upload: of a new asset, or to replace an asset's original.</summary>
    public async Task<Reply> CreateUploadAsync(string fileName, long sizeBytes, string? assetId = null, object? encoding = null)
    {
        var reply = await SendAsync(HttpMethod.Post, "uploads", new { fileName, sizeBytes, assetId, encoding });
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return reply;
    }

    public async Task<string> UploadAsync(string file, string? assetId = null, object? encoding = null)
    {
        var upload = await CreateUploadAsync(Path.GetFileName(file), new FileInfo(file).Length, assetId, encoding);
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.Text("url")) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(file)) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.Headers.Add("x-ms-version", "2021-12-02");
        using var anonymous = new HttpClient();
        using var response = await anonymous.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return upload.Text("assetId");
    }

    public async Task<JsonElement> AssetAsync(string assetId)
    {
        var reply = await SendAsync(HttpMethod.Get, $"assets/{assetId}");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.Body;
    }

    /// <summary>The asset, once it has the status and the revision.</summary>
    public async Task<JsonElement> BecomesAsync(string assetId, string status, int? revision = null)
    {
        var asset = default(JsonElement);
        await Eventually.HoldsAsync(
            async () =>
            {
                asset = await AssetAsync(assetId);
                var now = asset.GetProperty("status").GetString();
                Assert.True(now != "failed", $"{assetId}: {asset}");
                return now == status && (revision is null || asset.GetProperty("revision").GetInt32() == revision);
            },
            TimeSpan.FromMinutes(2),
            $"{assetId} becomes {status}");
        return asset;
    }

    /// <summary>Uploads and waits until it is ready; it is checked at once, for the test may delete it.</summary>
    public async Task<JsonElement> PublishAsync(string file)
    {
        var asset = await BecomesAsync(await UploadAsync(file), "ready");
        await PublishedCheck.PassesAsync(asset);
        return asset;
    }
}
