using System.Net.Http.Json;
using System.Text.Json;
using StreamPlatform.Media.Checking;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Reads published videos as <c>stream check</c> does. Whatever test made them, a defect fails it.</summary>
internal static class PublishedCheck
{
    private static readonly HttpClient Anyone = new();

    /// <summary>An asset as the API shows it, ready: both of its manifests and all that they list.</summary>
    public static async Task PassesAsync(JsonElement asset)
    {
        foreach (var manifest in new[] { "hlsUrl", "dashUrl" })
        {
            var report = await PresentationChecker.CheckAsync(new Uri(asset.GetProperty(manifest).GetString()!), new HttpMediaFetcher(Anyone), null, default);
            Assert.True(report.Passed, $"{manifest} of {asset}: {string.Join("; ", report.Defects.Take(10))}");
            Assert.True(report.Segments > 0, $"{manifest} of {asset} lists nothing.");
        }
    }

    /// <summary>Every video that is ready on a platform, but for those that a test broke on purpose.</summary>
    public static async Task AllPassAsync(Platform platform)
    {
        using var client = platform.CreateClient();
        for (var next = "/api/assets"; next is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(next);
            foreach (var asset in page.GetProperty("items").EnumerateArray())
            {
                if (asset.GetProperty("status").GetString() == "ready" && !platform.Broken.Contains(asset.GetProperty("id").GetString()!))
                    await PassesAsync(asset);
            }

            next = page.TryGetProperty("cursor", out var cursor) && cursor.GetString() is { } text ? $"/api/assets?cursor={Uri.EscapeDataString(text)}" : null;
        }
    }
}
