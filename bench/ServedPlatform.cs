using System.Diagnostics;
using System.Net.Http.Headers;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Publishing;

namespace StreamPlatform.Bench;

/// <summary>A platform that runs until it is disposed of, used by its API.</summary>
internal sealed class ServedPlatform : IAsyncDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly PlatformApi _api;
    private readonly HttpClient _http;

    private ServedPlatform(Process process, Uri url, string key)
    {
        _process = process;
        _api = new PlatformApi(url, key, TimeProvider.System);
        _http = new HttpClient { BaseAddress = new Uri(url, "/api/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <exception cref="InvalidOperationException">It didn't start.</exception>
    public static async Task<ServedPlatform> StartAsync(string data, CancellationToken ct)
    {
        const string Serving = "Serving at ", Most = "10000000";
        // The limits of requests are counted, as ever, but nobody reaches them.
        var process = Measured.Start(Path.Combine(Measured.RepositoryRoot, "stream"), ["up", "--data", data, "--port", "0"], new Dictionary<string, string> { ["RateLimits__PerToken"] = Most, ["RateLimits__PerUser"] = Most, ["RateLimits__PerAddress"] = Most, ["RateLimits__PerSession"] = Most });
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith(Serving, StringComparison.Ordinal))
                return new ServedPlatform(process, new Uri(line[Serving.Length..].TrimEnd('.')), (await File.ReadAllTextAsync(Path.Combine(data, "keys", "api-key"), ct)).Trim());
        }

        throw new InvalidOperationException("The platform did not start.");
    }

    /// <summary>Asks the API with the owner's key.</summary>
    public HttpClient Client => _http;

    /// <summary>Uploads the file and waits until it is ready.</summary>
    public async Task<(string AssetId, string PlaybackId)> PublishAsync(string file, CancellationToken ct)
    {
        var upload = await _api.CreateUploadAsync(Path.GetFileName(file), new FileInfo(file).Length, null, null, ct);
        var uploader = new BlockUploader(upload.Url, upload.BlockSizeBytes);
        await uploader.CommitAsync(await uploader.StageAsync(file, new Progress<long>(), ct), ct);
        await foreach (var progress in _api.WatchAsync(upload.AssetId, ct))
        {
            if (progress.Over && progress.Failure is { } failure)
                throw new InvalidOperationException($"{file} failed: {failure.Code}.");
        }

        using var asset = System.Text.Json.JsonDocument.Parse(await _http.GetStringAsync($"assets/{upload.AssetId}", ct));
        return (upload.AssetId, asset.RootElement.GetProperty("playbackIds")[0].GetProperty("id").GetString()!);
    }

    /// <summary>Has the search indexes filled from the catalog, and waits until they are.</summary>
    public async Task FillSearchAsync(string data, CancellationToken ct)
    {
        using var keys = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(data, "keys", "host.json"), ct));
        var key = keys.RootElement.GetProperty("master").GetString();
        var (method, path) = (HttpMethod.Post, "operations/search-rebuilds");
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { { "x-functions-key", key } } };
            using var response = await _http.SendAsync(request, ct);
            response.EnsureSuccessStatusCode();
            using var rebuild = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(ct));
            if (rebuild.RootElement.GetProperty("state").GetString() is "done")
                return;
            (method, path) = (HttpMethod.Get, $"operations/search-rebuilds/{rebuild.RootElement.GetProperty("id").GetString()}");
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
    }

    /// <summary>Uploads the file; seconds from the commit until it could be played. Deletes it then, and waits until that is quiet.</summary>
    public async Task<double> PlayableAsync(string file, CancellationToken ct)
    {
        var upload = await _api.CreateUploadAsync(Path.GetFileName(file), new FileInfo(file).Length, null, null, ct);
        var uploader = new BlockUploader(upload.Url, upload.BlockSizeBytes);
        var blocks = await uploader.StageAsync(file, new Progress<long>(), ct);
        var committed = TimeProvider.System.GetUtcNow();
        await uploader.CommitAsync(blocks, ct);
        await foreach (var progress in _api.WatchAsync(upload.AssetId, ct))
        {
            if (progress.Over && !progress.Playable)
                throw new InvalidOperationException($"{file} ended {progress.Status}: {progress.Failure?.Code}.");
            if (!progress.Playable || (await _api.GetAssetAsync(upload.AssetId, ct)).FirstPlayableAt is not { } playable)
                continue;
            using var deleted = await _http.DeleteAsync($"assets/{upload.AssetId}", ct);
            deleted.EnsureSuccessStatusCode();
            await SettleAsync(ct);
            return (playable - committed).TotalSeconds;
        }

        throw new InvalidOperationException($"{file} was never playable.");
    }

    /// <summary>Until no job has run for a while: a deleted asset's messages are still taken off the queue, a process each.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        var quiet = Stopwatch.StartNew();
        while (quiet.Elapsed < Settling)
        {
            await Task.Delay(Settling / 10, ct);
            if (Directory.EnumerateDirectories($"/proc/{_process.Id}/task").Any(thread => JobsOf(thread) > 0))
                quiet.Restart();
        }
    }

    /// <summary>Children that are not the storage emulator.</summary>
    private static int JobsOf(string thread) => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Count(child => File.Exists($"/proc/{child}/comm") && File.ReadAllText($"/proc/{child}/comm").Trim() != "node");

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        _http.Dispose();
        using (var interrupt = Process.Start("kill", ["-INT", $"{_process.Id}"]))
            await interrupt.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
