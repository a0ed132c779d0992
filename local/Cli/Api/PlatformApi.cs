using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Local.Cli.Api;

/// <summary>The platform's HTTP API, as a creator with an API key uses it.</summary>
internal sealed class PlatformApi : IDisposable
{
    private static readonly TimeSpan BetweenConnections = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    public PlatformApi(Uri platform, string apiKey, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        _clock = clock;
        _http = new HttpClient(handler ?? new SocketsHttpHandler()) { BaseAddress = new Uri(platform, "/api/"), Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <exception cref="CommandFailure">The platform refuses the upload; the message is the platform's own.</exception>
    public async Task<UploadView> CreateUploadAsync(string fileName, long sizeBytes, string? title, EncodingChoice? encoding, CancellationToken ct)
    {
        using var response = await _http.PostAsJsonAsync("uploads", new { fileName, sizeBytes, title, encoding }, JsonSerializerOptions.Web, ct);
        return await ReadAsync<UploadView>(response, ct);
    }

    /// <summary>Has the platform fetch a file from the web.</summary>
    /// <exception cref="CommandFailure">The platform refuses it; the message is the platform's own.</exception>
    public async Task<ImportView> ImportAsync(string url, string? title, EncodingChoice? encoding, CancellationToken ct)
    {
        using var response = await _http.PostAsJsonAsync("assets", new { url, title, encoding }, JsonSerializerOptions.Web, ct);
        return await ReadAsync<ImportView>(response, ct);
    }

    public async Task<ImportView> GetImportAsync(string uploadId, CancellationToken ct)
    {
        using var response = await _http.GetAsync($"uploads/{uploadId}", ct);
        return await ReadAsync<ImportView>(response, ct);
    }

    /// <summary>Registers a PNG image to be burned into videos; its name.</summary>
    /// <exception cref="CommandFailure">The platform refuses the image; the message is the platform's own.</exception>
    public async Task<string> RegisterWatermarkAsync(byte[] png, CancellationToken ct)
    {
        using var response = await _http.PostAsync("account/watermarks", new ByteArrayContent(png), ct);
        return (await ReadAsync<WatermarkView>(response, ct)).Image;
    }

    /// <summary>What the account's uploads get that say nothing, and its ETag once it was set.</summary>
    public async Task<(EncodingChoice Choice, string? ETag)> GetDefaultsAsync(CancellationToken ct)
    {
        using var response = await _http.GetAsync("account/encoding", ct);
        return (await ReadAsync<EncodingChoice>(response, ct), response.Headers.ETag?.ToString());
    }

    /// <param name="etag">Of what was read before; null where nothing was set.</param>
    /// <exception cref="CommandFailure">The platform refuses it, or somebody else set it meanwhile.</exception>
    public async Task<EncodingChoice> PutDefaultsAsync(EncodingChoice choice, string? etag, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "account/encoding") { Content = JsonContent.Create(choice, options: JsonSerializerOptions.Web) };
        if (etag is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(etag));
        }

        using var response = await _http.SendAsync(request, ct);
        return await ReadAsync<EncodingChoice>(response, ct);
    }

    public async Task<AssetView> GetAssetAsync(string assetId, CancellationToken ct)
    {
        using var response = await _http.GetAsync($"assets/{assetId}", ct);
        return await ReadAsync<AssetView>(response, ct);
    }

    /// <summary>The owner's yes to what the asset is expected to cost.</summary>
    public async Task<AssetView> ApproveAsync(string assetId, CancellationToken ct)
    {
        using var response = await _http.PostAsync($"assets/{Uri.EscapeDataString(assetId)}/approve", null, ct);
        return await ReadAsync<AssetView>(response, ct);
    }

    /// <summary>The newest assets, newest first.</summary>
    public async Task<IReadOnlyList<AssetView>> ListAssetsAsync(int limit, CancellationToken ct)
    {
        using var response = await _http.GetAsync($"assets?limit={limit}", ct);
        return (await ReadAsync<PageView<AssetView>>(response, ct)).Items;
    }

    /// <summary>Snapshots as the asset goes on, until it is over; a connection that ends early is taken up where it ended.</summary>
    public async IAsyncEnumerable<ProgressView> WatchAsync(string assetId, [EnumeratorCancellation] CancellationToken ct)
    {
        string? lastId = null;
        while (true)
        {
            await foreach (var item in EventsAsync(assetId, lastId, ct))
            {
                lastId = item.EventId ?? lastId;
                yield return item.Data;
                if (item.Data.Over)
                {
                    yield break;
                }
            }

            await Task.Delay(BetweenConnections, _clock, ct);
        }
    }

    public void Dispose() => _http.Dispose();

    private async IAsyncEnumerable<SseItem<ProgressView>> EventsAsync(string assetId, string? lastId, [EnumeratorCancellation] CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"assets/{assetId}/events");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (HttpRequestException) when (lastId is not null)
        {
            yield break; // the platform may be starting again; the caller asks once more
        }

        using (response)
        {
            await ThrowUnlessSuccessAsync(response, ct);
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            var parser = SseParser.Create(body, (_, data) => JsonSerializer.Deserialize<ProgressView>(data, JsonSerializerOptions.Web)!);
            await using var items = parser.EnumerateAsync(ct).GetAsyncEnumerator(ct);
            while (await NextAsync(items))
            {
                yield return items.Current;
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<SseItem<ProgressView>> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
    {
        await ThrowUnlessSuccessAsync(response, ct);
        return (await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, ct))!;
    }

    private static async Task ThrowUnlessSuccessAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<ProblemView>(JsonSerializerOptions.Web, ct)
            : null;
        throw new CommandFailure(
            problem?.Code ?? "cli.unexpected_answer",
            problem?.Detail ?? problem?.Title ?? $"The platform answered {(int)response.StatusCode} to {response.RequestMessage?.RequestUri?.AbsolutePath}.")
        {
            ExitCode = (int)response.StatusCode is >= 400 and < 500 and not 401 and not 404 ? ExitCodes.Rejected : ExitCodes.Fault,
        };
    }

    private sealed record WatermarkView(string Image);

    private sealed record ProblemView(string? Code, string? Title, string? Detail);

    private sealed record PageView<T>(IReadOnlyList<T> Items);
}
