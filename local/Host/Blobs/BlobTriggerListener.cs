using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Queues;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Blobs;

/// <summary>
/// Runs a function for each version of each blob that matches its pattern: at once on a hint, and by a scan of the
/// container at the start and now and then, which finds what no hint told (also what Azurite has lost and others have
/// written again). A version that fails is tried again; after <see cref="MaxAttempts"/> it is poison.
/// </summary>
internal sealed class BlobTriggerListener(
    FunctionEntry function, BlobFunctionTrigger trigger, FunctionRunner runner, BlobReceipts receipts,
    StorageAccounts storage, StorageHints hints, TimeProvider time, ILogger<BlobTriggerListener> logger) : ITriggerListener
{
    public const int MaxAttempts = 5;
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    private const int MaxRunning = 16;
    private static readonly TimeSpan ScanPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>Blobs that wait or run; true when one must be looked at again afterwards.</summary>
    private readonly ConcurrentDictionary<string, bool> _busy = new(StringComparer.Ordinal);
    private readonly Channel<string> _names = Channel.CreateUnbounded<string>();

    private BlobContainerClient Container => storage.Blobs(trigger.Connection).GetBlobContainerClient(trigger.Container);

    public override string ToString() => $"blob trigger of {function.Name}";

    public Task PrepareAsync(CancellationToken cancellation) => Container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    public async Task RunAsync(CancellationToken accepting)
    {
        var lost = new Signal();
        using var work = new BoundedWork(MaxRunning);
        void OnWritten(string container, string name)
        {
            if (container == trigger.Container)
                Enqueue(name);
        }

        _busy.Clear();
        hints.BlobWritten += OnWritten;
        hints.Lost += lost.Set;
        var scanning = ScanAsync(lost, accepting);
        try
        {
            while (true)
            {
                await work.TakePlaceAsync(accepting);
                string name;
                try
                {
                    name = await _names.Reader.ReadAsync(accepting);
                }
                catch
                {
                    work.Release();
                    throw;
                }

                work.Start(() => HandleAsync(name, accepting));
            }
        }
        finally
        {
            hints.BlobWritten -= OnWritten;
            hints.Lost -= lost.Set;
            await scanning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await work.DrainAsync();
        }
    }

    private void Enqueue(string name)
    {
        if (trigger.Pattern.Match(name) is not null && _busy.AddOrUpdate(name, false, (_, _) => true) == false)
            _names.Writer.TryWrite(name);
    }

    private async Task ScanAsync(Signal lost, CancellationToken accepting)
    {
        while (true)
        {
            var began = time.GetTimestamp();
            try
            {
                await ScanOnceAsync(accepting);
            }
            catch (RequestFailedException exception)
            {
                logger.BlobScanFailed(exception, function.Name, trigger.Container);
            }

            // Of a container so large that a scan takes long, the pause grows with it.
            var pause = time.GetElapsedTime(began) * 20;
            await lost.WaitAsync(pause > ScanPause ? pause : ScanPause, time, accepting);
        }
    }

    private async Task ScanOnceAsync(CancellationToken accepting)
    {
        var settled = await receipts.SettledAsync(function.Name, trigger.Container, accepting);
        var prefix = trigger.Pattern.LiteralPrefix is { Length: > 0 } literal ? literal : null;
        await foreach (var blob in Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, accepting))
        {
            if (!settled.Remove(blob.Name, out var etag) || etag != Unquoted(blob.Properties.ETag))
                Enqueue(blob.Name);
        }

        if (settled.Count > 0)
            await receipts.ForgetAsync(function.Name, trigger.Container, settled.Keys);
    }

    private async Task HandleAsync(string name, CancellationToken accepting)
    {
        var failed = 0;
        try
        {
            failed = await TryAsync(name, accepting);
        }
        catch (Exception exception)
        {
            // Storage or the database failed, not the function: the scan comes back to it.
            logger.BlobTriggerFailed(exception, function.Name, trigger.Container, name);
        }

        if (failed > 0)
            await Task.Delay(FirstRetryDelay * (1 << (failed - 1)), time, accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (failed == 0 && _busy.TryRemove(KeyValuePair.Create(name, false)))
            return;
        _busy[name] = false;
        _names.Writer.TryWrite(name);
    }

    /// <summary>Deals with the version that is there now; 0 when it is settled, else the attempt that failed.</summary>
    private async Task<int> TryAsync(string name, CancellationToken accepting)
    {
        var client = Container.GetBlobClient(name);
        string etag;
        try
        {
            etag = Unquoted((await client.GetPropertiesAsync(cancellationToken: accepting)).Value.ETag);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return 0;
        }

        if (await receipts.IsSettledAsync(function.Name, trigger.Container, name, etag, accepting))
            return 0;
        var attempt = await receipts.BeginAsync(function.Name, trigger.Container, name, etag);
        if (attempt <= MaxAttempts && !await RunFunctionAsync(client, name, attempt))
        {
            if (attempt < MaxAttempts)
                return attempt;
            attempt++;
        }

        if (attempt > MaxAttempts)
            await PoisonAsync(name, etag);
        else
            await receipts.CompleteAsync(function.Name, trigger.Container, name, etag);
        return 0;
    }

    private async Task<bool> RunFunctionAsync(BlobClient client, string name, int attempt)
    {
        var data = new Dictionary<string, object?>(trigger.Pattern.Match(name)!, StringComparer.OrdinalIgnoreCase)
        {
            ["BlobTrigger"] = $"{trigger.Container}/{name}",
            ["Uri"] = client.Uri.ToString(),
        };
        try
        {
            await runner.RunAsync(function, new Occasion(client, data), CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            logger.RunFailed(exception, function.Name, $"{trigger.Container}/{name}", attempt, MaxAttempts);
            return false;
        }
    }

    private async Task PoisonAsync(string name, string etag)
    {
        var queue = storage.Queues(trigger.Connection).GetQueueClient(PoisonQueue);
        await queue.CreateIfNotExistsAsync();
        var message = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Type = "BlobTrigger",
            FunctionId = function.Name,
            BlobType = "BlockBlob",
            ContainerName = trigger.Container,
            BlobName = name,
            ETag = $"\"{etag}\"",
        });
        await queue.SendMessageAsync(FunctionQueueEncoding.Encode(BinaryData.FromBytes(message)));
        await receipts.PoisonAsync(function.Name, trigger.Container, name, etag);
        logger.BlobPoisoned(function.Name, trigger.Container, name);
    }

    /// <summary>Headers have ETags in quotes, lists don't.</summary>
    private static string Unquoted(ETag? etag) => etag.GetValueOrDefault().ToString("G").Trim('"');
}
