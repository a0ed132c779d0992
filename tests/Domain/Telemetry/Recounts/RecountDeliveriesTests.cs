using System.Text;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Deliveries;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Recounts;

/// <summary>What players told of a day, held against what was given to them.</summary>
public sealed class RecountDeliveriesTests : IAsyncLifetime
{
    private readonly string _asset = AssetIds.New();
    private readonly FakeTimeProvider _clock = new(Told.Began.AddHours(3));
    private readonly MemoryShards _shards = new(100);
    private readonly MemoryBlobs _blobs;
    private readonly House _house = new();
    private readonly List<HubMessage> _messages = [];

    public RecountDeliveriesTests() => _blobs = new MemoryBlobs(_clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Theory]
    [InlineData(200_000)]
    [InlineData(1)]
    public async Task Who_watched_without_fetching_and_who_fetched_without_telling_is_told(int held)
    {
        var (honest, forger, late) = (Watch(watched: 60, bytes: 3000), Watch(watched: 90, bytes: 9000), Watch(watched: 40, bytes: 500, after: TimeSpan.FromMinutes(50)));
        Watch(watched: 5, bytes: 10);
        var blocked = OpaqueId.New("ses");
        await LogAsync(Told.Began, Line(honest, 1000), Line(honest, 2000), Line(blocked, 700), Line(blocked, 700), Line(blocked, 700), Line(null, 50), Line(OpaqueId.New("ses"), 10), "no line");
        // It went on after midnight.
        await LogAsync(Told.Began.AddHours(2), Line(late, 600));

        var found = (await RecountAsync(held)).Deliveries;

        Assert.Equal((7L, 5160L, 1L), (found.Requests, found.Bytes, found.Unnamed));
        Assert.Equal((3L, 1L, 90_000L), (found.Watched, found.Unfetched, found.UnfetchedWatchedMs));
        Assert.Equal((3L, 1L, 2100L), (found.Fetched, found.Untold, found.UntoldBytes));
        Assert.Equal((3500L, 3600L), (found.BothToldBytes, found.BothFetchedBytes));
        Assert.Equal([new DeliverySample(forger, _asset, 90_000, 0, 0), new DeliverySample(blocked, _asset, 0, 3, 2100)], found.Samples.OrderByDescending(sample => sample.WatchedMs));
    }

    [Fact]
    public async Task A_day_of_which_no_log_is_there_accuses_nobody()
    {
        Watch(watched: 60, bytes: 3000);
        Assert.Equal(DeliveryFound.Nothing with { Samples = [] }, (await RecountAsync(10)).Deliveries with { Samples = [] });
    }

    [Fact]
    public async Task A_log_is_read_line_by_line_however_long_it_and_they_are()
    {
        var session = OpaqueId.New("ses");
        var text = new StringBuilder();
        for (var line = 0; line < 5000; line++)
            text.Append(Line(session, line)).Append('\n');
        text.Append('x', 3 << 20).Append('\n').Append(Line(session, 7));
        await _blobs.WriteAsync(new BlobPath(Containers.DeliveryLogs, DeliveryLog.FolderOf("/AFD", Told.Began) + "PT1H.json"), Encoding.UTF8.GetBytes(text.ToString()), "application/json", default);

        var read = await new DeliveryLog(_blobs, _clock).ReadAsync(Told.Began, default).ToListAsync();

        Assert.Equal([.. Enumerable.Range(0, 5000).Select(bytes => (long)bytes), 7L], read.Select(line => line.Bytes));
    }

    [Fact]
    public async Task Logs_go_after_eight_days()
    {
        var log = new DeliveryLog(_blobs, _clock);
        await LogAsync(Told.Began, Line(null, 1));
        _clock.Advance(DeliveryLog.Kept);
        Assert.Equal(0, await log.SweepAsync(default));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await log.SweepAsync(default));
    }

    private string Watch(int watched, long bytes, TimeSpan after = default)
    {
        var began = Told.Began + after;
        var claims = new Told().Claims with { SessionId = OpaqueId.New("ses"), AssetId = _asset, StartedAt = began };
        var at = began.AddSeconds(100).ToUnixTimeMilliseconds();
        _messages.Add(new HubMessage(_messages.Count, TelemetryRecordWriter.ToBytes(new BeaconRecord(
            claims, new PlayerInfo("player", "1", "native"), at, [new PlaybackEvent(1, PlaybackEventType.Exit, at, new PlaybackTotals { WatchedMs = watched * 1000, Bytes = bytes })]))));
        return claims.SessionId;
    }

    private string Line(string? session, long bytes) =>
        $$$"""{"category":"FrontDoorAccessLog","properties":{"httpMethod":"GET","httpStatusCode":"200","responseBytes":"{{{bytes}}}","requestUri":"https://edge.example/media/{{{_asset}}}/1-0/a.m4s?s=1{{{(session is null ? "" : $"&CMCD=sid%3D%22{session}%22")}}}"}}""";

    private Task LogAsync(DateTimeOffset hour, params string[] lines) => _blobs.WriteAsync(
        new BlobPath(Containers.DeliveryLogs, DeliveryLog.FolderOf("/SUBSCRIPTIONS/1/AFD", hour) + "PT1H.json"), Encoding.UTF8.GetBytes(string.Join('\n', lines)), "application/json", default);

    private async Task<RecountFound> RecountAsync(int held)
    {
        var archive = new TelemetryArchive(_blobs, _clock);
        using var count = new CountTelemetry(_shards, archive, _clock);
        await count.CountAsync(0, _messages, default);
        _clock.Advance(TimeSpan.FromDays(5));
        var day = RecountDay.Of(DateOnly.FromDateTime(Told.Began.UtcDateTime), _clock.GetUtcNow()).Value;
        var recount = new RecountTelemetry(
            _shards, archive, new DeliveryLog(_blobs, _clock), _blobs, new RecountedViews(new ChangedVideos(_shards, _clock), _house.Get<ViewCounts>()), new RecountSizes { Places = held, Slice = 100 });
        var progress = DayRecount.Begin(day) with { Plan = await recount.PlanAsync(day, default) };
        while (progress.Next(8) is { Count: > 0 } steps)
        {
            var found = new List<RecountFound>();
            foreach (var step in steps)
            {
                await recount.StepAsync(day, progress.Plan!, step, default);
                found.Add(await recount.StepAsync(day, progress.Plan!, step, default));
            }

            progress = progress.After(found);
        }

        Assert.Equal(0, progress.Found.Wrong);
        return progress.Found;
    }
}
