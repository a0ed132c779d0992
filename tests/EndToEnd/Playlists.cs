namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Follows HLS playlists as a player without a preference does.</summary>
internal static class Playlists
{
    private static readonly HttpClient Anyone = new();

    /// <summary>Address of the first segment of the first variant.</summary>
    public static async Task<Uri> FirstSegmentUrlAsync(string multivariant)
    {
        var track = await FirstAsync(new Uri(multivariant));
        return await FirstAsync(track);
    }

    public static async Task<HttpResponseMessage> FirstSegmentAsync(string multivariant) =>
        await Anyone.GetAsync(await FirstSegmentUrlAsync(multivariant));

    public static async Task<System.Net.HttpStatusCode> StatusOfAsync(Uri url)
    {
        using var response = await Anyone.GetAsync(url);
        return response.StatusCode;
    }

    private static async Task<Uri> FirstAsync(Uri playlist)
    {
        var lines = (await Anyone.GetStringAsync(playlist)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Uri(playlist, lines.First(line => !line.StartsWith('#')));
    }
}
