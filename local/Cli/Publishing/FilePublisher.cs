using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Local.Cli.Api;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Takes one file from this machine's disk, or from the web, to ready, or to the reason why it won't be.</summary>
internal sealed class FilePublisher(PlatformApi api, IPublishDisplay display, TimeProvider clock) : IDisposable
{
    /// <summary>Uploads at once: more would only share the same disk.</summary>
    private readonly SemaphoreSlim _uploads = new(3);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    public async Task<PublishedFile> PublishAsync(string file, string? title, EncodingChoice? encoding, CancellationToken ct)
    {
        string? assetId = null;
        PublishedFile result;
        try
        {
            var (committed, seconds) = IsUrl(file)
                ? await ImportAsync(file, title, encoding, id => assetId = id, ct)
                : await UploadAsync(file, title, encoding, id => assetId = id, ct);
            result = await FollowAsync(file, assetId!, committed, seconds, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            result = PublishedFile.Fault(assetId, exception);
        }

        display.Finished(file, result);
        return result;
    }

    public void Dispose() => _uploads.Dispose();

    /// <summary>It is on the web, where the platform fetches it.</summary>
    public static bool IsUrl(string file) =>
        file.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || file.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when there is such a file, as far as can be seen from here.</summary>
    public static CommandFailure? WhyNotThere(string file) =>
        IsUrl(file) || File.Exists(file) ? null
        : Directory.Exists(file) ? new("cli.is_folder", $"{file} is a folder: give the files in it.")
        : new("cli.file_missing", $"There is no file {file}.");

    /// <summary>Waits until the platform has the file, or won't get it: the asset tells why.</summary>
    private async Task<(DateTimeOffset Committed, double Seconds)> ImportAsync(
        string url, string? title, EncodingChoice? encoding, Action<string> created, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        display.Uploading(url, 0);
        var import = await api.ImportAsync(url, title, encoding, ct);
        created(import.AssetId);
        while (import.State == "awaiting")
        {
            await Task.Delay(BetweenLooks, clock, ct);
            import = await api.GetImportAsync(import.UploadId, ct);
            display.Uploading(url, import.Import is { BytesTotal: > 0 } progress ? (double)progress.BytesDone / progress.BytesTotal.Value : 0);
        }

        return (clock.GetUtcNow(), clock.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<(DateTimeOffset Committed, double Seconds)> UploadAsync(
        string file, string? title, EncodingChoice? encoding, Action<string> created, CancellationToken ct)
    {
        if (WhyNotThere(file) is { } why)
        {
            throw why;
        }

        await _uploads.WaitAsync(ct);
        try
        {
            var started = clock.GetTimestamp();
            var size = new FileInfo(file).Length;
            display.Uploading(file, 0);
            var upload = await api.CreateUploadAsync(Path.GetFileName(file), size, title, encoding, ct);
            created(upload.AssetId);
            var uploader = new BlockUploader(upload.Url, upload.BlockSizeBytes);
            var blocks = await uploader.StageAsync(file, new Fraction(display, file, size), ct);
            var committed = clock.GetUtcNow();
            await uploader.CommitAsync(blocks, ct);
            display.Uploading(file, 1);
            return (committed, clock.GetElapsedTime(started).TotalSeconds);
        }
        finally
        {
            _uploads.Release();
        }
    }

    private async Task<PublishedFile> FollowAsync(string file, string assetId, DateTimeOffset committed, double uploadSeconds, CancellationToken ct)
    {
        await foreach (var progress in api.WatchAsync(assetId, ct))
        {
            display.Progress(file, progress);
        }

        var asset = await api.GetAssetAsync(assetId, ct);
        return PublishedFile.Of(asset, new(
            Math.Round(uploadSeconds, 3),
            Since(committed, asset.FirstPlayableAt),
            Since(committed, asset.Status == "ready" ? asset.ReadyAt : null)));
    }

    private static double? Since(DateTimeOffset committed, DateTimeOffset? then) =>
        then is { } at ? Math.Round(Math.Max(0, (at - committed).TotalSeconds), 3) : null;

    private sealed class Fraction(IPublishDisplay display, string file, long size) : IProgress<long>
    {
        public void Report(long value) => display.Uploading(file, size == 0 ? 1 : (double)value / size);
    }
}
