using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;

namespace StreamPlatform.Domain.Tests.Telemetry.Truth;

public sealed class CountViewsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly FakeTimeProvider _clock = new(Told.Began);
    private readonly Told _told = new();
    private int _sessions;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_video_that_was_watched_in_the_hour_is_counted_once_however_often_that_is_done()
    {
        View(Told.Began, 3);

        Assert.Equal(["asset_1"], await StepAsync());
        Assert.Empty(await StepAsync());
        Assert.Equal(3, await Counts.OfAsync("asset_1", default));
        Assert.Equal(0, await Counts.OfAsync("asset_2", default));
    }

    [Fact]
    public async Task Views_of_long_ago_are_settled_and_stay()
    {
        View(Told.Began, 3);
        await StepAsync();
        _clock.Advance(TimeSpan.FromDays(30));
        View(_clock.GetUtcNow(), 2);

        Assert.Equal(["asset_1"], await StepAsync());

        Assert.Equal(new ViewCount("asset_1", 5, 3, new DateTimeOffset(2026, 12, 22, 0, 0, 0, TimeSpan.Zero)), await Counts.FindAsync("asset_1", default));
    }

    [Fact]
    public async Task What_is_set_apart_counts_no_more()
    {
        View(Told.Began, 2);
        await StepAsync();
        _told.Raw(TelemetryRecordWriter.ToBytes(new VerdictRecord("ses_0", "asset_1", 0, Quarantined: true, "test", 1)));

        Assert.Equal(["asset_1"], await StepAsync());
        Assert.Equal(1, await Counts.OfAsync("asset_1", default));
    }

    private ViewCounts Counts => new(_house.Get<IDocuments>());

    private void View(DateTimeOffset began, int count)
    {
        for (var n = 0; n < count; n++)
        {
            var claims = _told.Claims with { SessionId = $"ses_{_sessions++}", StartedAt = began };
            _told.Beacon(claims, "1", new PlaybackEvent(1, PlaybackEventType.Exit, began.AddSeconds(41).ToUnixTimeMilliseconds(), new PlaybackTotals { WatchedMs = 40_000 }));
        }
    }

    private async Task<IReadOnlyList<string>> StepAsync()
    {
        var aggregates = await _told.CountAsync();
        var changed = new ChangedVideos(_told.Shards, _clock);
        await changed.NoteAsync(["asset_1"], default);
        var found = new List<string>();
        for (var part = 0; part < ChangedVideos.Parts; part++)
            found.AddRange(await new CountViews(changed, aggregates, Counts, _clock).StepAsync(new JudgeStep(_clock.GetUtcNow(), part), default));
        return found;
    }
}
