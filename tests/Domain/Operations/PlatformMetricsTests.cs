using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Operations;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Telemetry.Presence;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Tests.Telemetry;
using StreamPlatform.Domain.Tests.Telemetry.Ingest;

namespace StreamPlatform.Domain.Tests.Operations;

public sealed class PlatformMetricsTests
{
    [Theory]
    [InlineData(null, "audio")]
    [InlineData(144, "240p")]
    [InlineData(720, "720p")]
    [InlineData(800, "1080p")]
    [InlineData(2160, "2160p")]
    [InlineData(4320, "2160p")]
    public void A_picture_is_counted_as_the_rung_it_fits_into(int? height, string resolution)
    {
        using var heard = new Heard();
        PlatformMetrics.Uploaded(height);

        Assert.Contains($"video_uploads 1 resolution={resolution} user_tier=standard", heard.Lines);
    }

    [Fact]
    public void An_item_that_is_made_tells_how_fast_and_one_that_failed_why()
    {
        using var heard = new Heard();
        PlatformMetrics.ItemEnded("metricsvideo", null, titleSeconds: 60, workedSeconds: 20);
        PlatformMetrics.ItemEnded("metricsvideo", "transcode.failed", titleSeconds: null, workedSeconds: 0);

        Assert.Equal(
            ["streamplatform.job.items 1 code=none kind=metricsvideo", "streamplatform.job.items 1 code=transcode.failed kind=metricsvideo", "streamplatform.transcode.realtime_factor 3 kind=metricsvideo"],
            heard.Lines.Where(line => line.Contains("metricsvideo", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void A_stage_that_ended_before_it_began_is_the_clock_s_fault_and_not_counted()
    {
        using var heard = new Heard();
        PlatformMetrics.StageTook("metricsstage", 720, TimeSpan.FromSeconds(-1));
        PlatformMetrics.StageTook("metricsstage", 720, TimeSpan.FromSeconds(2));

        Assert.Equal(["video_processing_duration 2 processing_stage=metricsstage resolution=720p"], heard.Lines.Where(line => line.Contains("metricsstage", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Queues_are_told_of_as_of_the_latest_look()
    {
        using var heard = new Heard();
        using var metrics = new QueueMetrics(new Queues(new QueueFacts("metrics-high", false, 3, TimeSpan.FromSeconds(90)), new QueueFacts("metrics-poison", true, 1, TimeSpan.Zero)));
        metrics.Start();
        await metrics.LookAsync(default);
        heard.Observe();

        Assert.Equal(
            [
                "streamplatform.queue.depth 1 poison=true queue=metrics-poison", "streamplatform.queue.depth 3 poison=false queue=metrics-high",
                "streamplatform.queue.oldest_age 0 poison=true queue=metrics-poison", "streamplatform.queue.oldest_age 90 poison=false queue=metrics-high",
            ],
            heard.Lines.Where(line => line.Contains("=metrics-", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_player_that_starts_tells_how_long_it_took_where_and_on_what_and_a_bot_does_not()
    {
        using var heard = new Heard();
        await using var players = new Players();
        foreach (var claims in new[] { players.Claims(), players.Claims() with { SessionId = "ses_bot", Suspicions = Suspicions.BotUserAgent } })
        {
            await players.TellAsync(players.Beacon(
                await players.TokenAsync(claims), Players.Event(1, "playing", players.Now, new { startupMs = 4321 }), Players.Event(2, "rung", players.Now, new { height = 720, kbps = 2000, codec = "avc1" })));
        }

        var told = Assert.Single(heard.Lines, line => line.StartsWith("video_start_time 4.321", StringComparison.Ordinal));
        Assert.Equal($"video_start_time 4.321 device_type={players.Claims().Device.ToString().ToLowerInvariant()} region={players.Claims().Country} resolution=720p", told);
    }

    [Fact]
    public async Task Viewers_are_told_of_as_of_the_latest_look()
    {
        using var heard = new Heard();
        var aggregates = await new Told().Beacon(Told.At(1, 20, watched: 15)).CountAsync();
        using var metrics = new ViewerMetrics(new ReadViewers(aggregates, new FakeTimeProvider(Told.Began.AddSeconds(50))));
        metrics.Start();
        heard.Observe();
        Assert.DoesNotContain(heard.Lines, line => line.StartsWith("concurrent_viewers", StringComparison.Ordinal));

        await metrics.LookAsync(default);
        heard.Observe();

        Assert.Single(heard.Lines, "concurrent_viewers 1 content_type=video");
    }

    [Theory]
    [InlineData(1800, 0, "")]
    [InlineData(1801, 0, "queue.old")]
    [InlineData(0, 1, "queue.poison")]
    [InlineData(4000, 5, "queue.old queue.poison")]
    public async Task What_waits_too_long_and_what_was_given_up_are_concerns(int oldestSeconds, int poison, string concerns)
    {
        var sign = new QueueSign(new Queues(
            new QueueFacts("transcode-high", false, 3, TimeSpan.FromSeconds(oldestSeconds)), new QueueFacts("transcode-high-poison", true, poison, TimeSpan.FromDays(9))));

        Assert.Equal(concerns, string.Join(' ', (await sign.LookAsync(default)).Select(concern => concern.Code)));
    }

    private sealed class Queues(params QueueFacts[] facts) : IQueueFacts
    {
        public Task<IReadOnlyList<QueueFacts>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<QueueFacts>>(facts);
    }

    /// <summary>What the platform's meters say meanwhile, that of tests beside this one included.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<string> _lines = new();

        public Heard()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == PlatformMetrics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<string> Lines => _lines;

        public void Observe() => _listener.RecordObservableInstruments();

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _lines.Enqueue(
            FormattableString.Invariant($"{instrument.Name} {value} ") + string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order()));
    }
}
