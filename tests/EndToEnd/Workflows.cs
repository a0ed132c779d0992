using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>The durable engine's management API, opened by the system key that the data folder holds.</summary>
internal static class Workflows
{
    /// <summary>Ids of the workflows that process an asset, running or over.</summary>
    public static async Task<IReadOnlyList<string>> ProcessingAsync(Platform platform, string assetId)
    {
        using var response = await SendAsync(platform, HttpMethod.Get, $"instances?instanceIdPrefix=process-{assetId}");
        var list = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return [.. list.EnumerateArray().Select(instance => instance.GetProperty("instanceId").GetString()!)];
    }

    /// <summary>Takes a workflow that is over out of the history, as an operator who tidies up does.</summary>
    public static async Task PurgeAsync(Platform platform, string instanceId)
    {
        using var response = await SendAsync(platform, HttpMethod.Delete, $"instances/{instanceId}");
    }

    private static async Task<HttpResponseMessage> SendAsync(Platform platform, HttpMethod method, string path)
    {
        using var keys = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(platform.Data, "keys", "host.json")));
        var key = keys.RootElement.GetProperty("system").EnumerateObject().First().Value.GetString();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(platform.Url, $"/runtime/webhooks/durabletask/{path}"));
        request.Headers.Add("x-functions-key", key);
        var response = await client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return response;
    }
}
