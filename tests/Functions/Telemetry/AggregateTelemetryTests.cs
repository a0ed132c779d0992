using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Telemetry;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class AggregateTelemetryTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();

    [Fact]
    public async Task What_the_trigger_gives_twice_counts_once()
    {
        var batch = new[] { Beacon("ses_1"), Beacon("ses_2") };
        await RunAsync(new Batch("""{"PartitionId":"3"}""", "[40,41]"), batch);
        await RunAsync(new Batch("""{"PartitionId":"3"}""", "[41,42]"), batch[1], Beacon("ses_3"));

        var day = Assert.Single(await _house.Get<Aggregates>().ReadAsync(AggregateSubject.Platform, Grain.Day, _house.Clock.GetUtcNow().AddDays(-1), _house.Clock.GetUtcNow().AddDays(1), default));
        Assert.Equal((3L, 3 * 35_000L), (day[Metric.Views], day[Metric.WatchedMs]));
    }

    [Fact]
    public async Task A_batch_is_in_the_archive_and_what_nobody_can_read_among_the_dead()
    {
        await RunAsync(new Batch("""{"PartitionId":"3"}""", "[40,41]"), Beacon("ses_1"), [7]);
        Assert.Single(await ListAsync(Containers.TelemetryRaw));
        Assert.Single(await ListAsync(Containers.TelemetryDead));
    }

    [Theory]
    [InlineData(null, "[40]")]
    [InlineData("""{"PartitionId":"3"}""", null)]
    [InlineData("""{"PartitionId":"3"}""", "[40,41]")]
    public async Task Without_its_place_in_the_hub_nothing_is_counted(string? partition, string? sequences) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(new Batch(partition, sequences), Beacon("ses_1")));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    private Task RunAsync(FunctionContext context, params byte[][] messages) => _house.Function<AggregateTelemetry>().RunAsync(messages, context, default);

    private async Task<List<string>> ListAsync(string container)
    {
        var names = new List<string>();
        await foreach (var blob in _house.Get<IBlobStore>().ListAsync(container, "", default))
            names.Add(blob.Name);
        return names;
    }

    private byte[] Beacon(string session)
    {
        var claims = new SessionClaims
        {
            SessionId = session,
            AssetId = "asset_1",
            PlaybackId = "play_1",
            OwnerId = "user_1",
            StartedAt = _house.Clock.GetUtcNow(),
            Viewer = 1,
            Device = DeviceKind.Desktop,
        };
        var at = claims.StartedAt.ToUnixTimeMilliseconds() + 40_000;
        return TelemetryRecordWriter.ToBytes(new BeaconRecord(
            claims, new PlayerInfo("player", "1", "native"), at, [new PlaybackEvent(1, PlaybackEventType.Heartbeat, at, new PlaybackTotals { WatchedMs = 35_000 })]));
    }

    private sealed class Batch(string? partition, string? sequences) : FunctionContext
    {
        public override string InvocationId => "1";
        public override string FunctionId => "1";
        public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();
        public override BindingContext BindingContext { get; } = new Data(partition, sequences);
        public override IServiceProvider InstanceServices { get; set; } = null!;
        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

        private sealed class Data(string? partition, string? sequences) : BindingContext
        {
            public override IReadOnlyDictionary<string, object?> BindingData { get; } = new Dictionary<string, object?> { ["PartitionContext"] = partition, ["SequenceNumberArray"] = sequences };
        }
    }
}
