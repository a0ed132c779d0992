using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using StreamPlatform.Local.Host.Blobs;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class BlobTriggerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite, typeof(Functions));

    private BlobContainerClient Container => new(azurite.ConnectionString, _host.Box);

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_new_blob_runs_the_function_with_the_parts_of_its_name()
    {
        await WriteAsync("asset/up load", "first");
        await SeenAsync("asset|up load|first");
    }

    [Fact]
    public async Task A_blob_of_committed_blocks_counts_once_and_its_blocks_do_not()
    {
        var blob = new Azure.Storage.Blobs.Specialized.BlockBlobClient(azurite.ConnectionString, _host.Box, "asset/blocks");
        var id = Convert.ToBase64String("0001"u8);
        await blob.StageBlockAsync(id, new MemoryStream("content"u8.ToArray()));
        await blob.CommitBlockListAsync([id]);
        await SeenAsync("asset|blocks|content");
        await _host.RestartAsync();
        await WriteAsync("asset/after", "x");
        await SeenAsync("asset|after|x");
        Assert.Equal(1, _host.Seen.Count("asset|blocks|content"));
    }

    [Fact]
    public async Task Each_version_runs_the_function()
    {
        await WriteAsync("asset/one", "first");
        await SeenAsync("asset|one|first");
        await WriteAsync("asset/one", "second");
        await SeenAsync("asset|one|second");
    }

    [Fact]
    public async Task A_blob_written_while_the_host_was_down_is_found_at_the_start_and_a_known_one_is_not_run_again()
    {
        await WriteAsync("asset/known", "1");
        await SeenAsync("asset|known|1");
        await _host.Host.DisposeAsync();
        await WriteAsync("asset/missed", "2");
        await _host.StartAsync();
        await SeenAsync("asset|missed|2");
        Assert.Equal(1, _host.Seen.Count("asset|known|1"));
    }

    [Fact]
    public async Task A_run_cut_short_by_a_crash_is_run_again()
    {
        await _host.Host.DisposeAsync();
        await WriteAsync("asset/crash", "x");
        var etag = (await Container.GetBlobClient("asset/crash").GetPropertiesAsync()).Value.ETag.ToString().Trim('"');
        await _host.StartAsync();
        await SeenAsync("asset|crash|x");

        // The process died after the function began: the receipt says begun, not done.
        await _host.Get<BlobReceipts>().BeginAsync("OnBlob", _host.Box, "asset/crash", etag);
        await _host.RestartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("asset|crash|x") == 2, "it isn't run again");
    }

    [Fact]
    public async Task A_failure_is_tried_again()
    {
        var failures = 1;
        _host.Seen.React = _ =>
        {
            if (Interlocked.Decrement(ref failures) >= 0)
                throw new InvalidOperationException("planned");
        };
        await WriteAsync("asset/flaky", "x");
        await Eventually.TrueAsync(() => _host.Seen.Count("asset|flaky|x") == 2, "it isn't tried again");
    }

    [Fact]
    public async Task After_five_failures_the_version_is_poison_and_stays_so_across_restarts()
    {
        _host.Seen.React = value =>
        {
            if (value.EndsWith("bad", StringComparison.Ordinal))
                throw new InvalidOperationException("planned");
        };
        await WriteAsync("asset/poison", "bad");
        var poison = new QueueClient(azurite.ConnectionString, BlobTriggerListener.PoisonQueue);
        await Eventually.TrueAsync(
            async () => await poison.ExistsAsync() && (await poison.PeekMessagesAsync(32)).Value.Any(message =>
                System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)).Contains(_host.Box, StringComparison.Ordinal)),
            "it isn't given up");
        Assert.Equal(BlobTriggerListener.MaxAttempts, _host.Seen.Count("asset|poison|bad"));

        await _host.RestartAsync();
        await WriteAsync("asset/poison", "good");
        await SeenAsync("asset|poison|good");
        Assert.Equal(BlobTriggerListener.MaxAttempts, _host.Seen.Count("asset|poison|bad"));
    }

    private Task WriteAsync(string name, string content) =>
        Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);

    private Task SeenAsync(string value) => Eventually.TrueAsync(() => _host.Seen.Count(value) > 0, $"'{value}' isn't seen");

    public class Functions(Seen seen)
    {
        [Function("OnBlob")]
        public async Task Run(
            [BlobTrigger("%Box%/{assetId}/{uploadId}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
            string assetId, string uploadId, CancellationToken cancellation)
        {
            var content = (await blob.DownloadContentAsync(cancellation)).Value.Content;
            await seen.AddAsync($"{assetId}|{uploadId}|{content}", cancellation);
        }
    }
}
