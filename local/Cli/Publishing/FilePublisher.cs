using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Local.Cli.Api;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Takes one file from this machine's disk to ready, or to the reason why it won't be.</summary>
internal sealed class FilePublisher(PlatformApi api, IPublishDisplay display, TimeProvider clock) : IDisposable
{
    /// <summary>Uploads at once: more would only share the same disk.</summary>
    private readonly SemaphoreSlim _uploads = new(3);

    public async Task<PublishedFile> PublishAsync(string file, string? title, EncodingChoice? encoding, CancellationToken ct)
    {
        string? assetId = null;
        PublishedFile result;
        try
        {
            var (upload, committed, seconds) = await UploadAsync(file, title, encoding, id => assetId = id, ct);
            result = await FollowAsync(file, upload.AssetId, committed, seconds, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            result = PublishedFile.Fault(assetId, exception);
        }

        display.Finished(file, result);
        return result;
    }

    public void Dispose() => _uploads.Dispose();

    /// <summary>Null when there is such a file.</summary>
    public static CommandFailure? WhyNotThere(string file) =>
        File.Exists(file) ? null
        : Directory.Exists(file) ? new("cli.is_folder", $"{file} is a folder: give the files in it.")
        : new("cli.file_missing", $"There is no file {file}.");

    private async Task<(UploadView Upload, DateTimeOffset Committed, double Seconds)> UploadAsync(
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
            return (upload, committed, clock.GetElapsedTime(started).TotalSeconds);
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
