using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Local.Cli.Composition;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Messaging;
using StreamPlatform.Local.Sqlite;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Local.Tests.Composition;

public sealed class HubTelemetryStreamTests : TelemetryStreamContract, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-").FullName;
    private SqliteDatabase _database = null!;
    private LocalEventHub _hub = null!;
    private HubTelemetryStream _stream = null!;

    private protected override ITelemetryStream Stream => _stream;

    public async Task InitializeAsync()
    {
        _database = await HostDatabase.OpenAsync(new DataFolder(_folder), default);
        _hub = new LocalEventHub(_database, TimeProvider.System);
        _stream = new HubTelemetryStream(_hub);
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task More_than_may_wait_for_the_disk_is_to_be_sent_again_and_what_comes_after_is_taken()
    {
        await Assert.ThrowsAsync<TelemetryStreamFullException>(() => _stream.SendAsync([.. Enumerable.Range(0, HubTelemetryStream.MostWaiting + 1).Select(number => RecordOf("ses_1", number))], default));
        await _stream.SendAsync([RecordOf("ses_1", 0)], default);

        Assert.Single((await ReadAsync(1)).SelectMany(partition => partition));
    }

    private protected override async Task<IReadOnlyList<IReadOnlyList<byte[]>>> ReadAsync(int count)
    {
        var read = new List<IReadOnlyList<byte[]>>();
        for (var partition = 0; partition < LocalEventHub.Partitions; partition++)
            read.Add([.. (await _hub.ReadAsync(TelemetryHub.Name, TelemetryHub.Aggregates, partition, count + 1, default)).Select(one => one.Body.ToArray())]);
        return read;
    }
}
