using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Aggregates;

public sealed class CountedVelocityTests
{
    private readonly FakeTimeProvider _clock = new(Told.Began.AddHours(1));

    [Fact]
    public async Task Views_of_late_are_told_by_the_day_and_all_of_them_in_all()
    {
        var aggregates = await TwoViewsAsync();

        Assert.Equal(new ViewVelocity(2, 2), await FindAsync(aggregates, "asset_1", Told.Began.AddHours(-2)));
        _clock.Advance(TimeSpan.FromHours(39));
        Assert.Equal(new ViewVelocity(1, 2), await FindAsync(aggregates, "asset_1", Told.Began.AddHours(-8)));
    }

    [Fact]
    public async Task A_video_that_nobody_watches_has_no_views_where_others_are_counted() =>
        Assert.Equal(new ViewVelocity(0, 0), await FindAsync(await TwoViewsAsync(), "asset_2", Told.Began.AddDays(-400)));

    [Fact]
    public async Task Where_nobody_was_counted_for_days_nothing_is_told()
    {
        var aggregates = await TwoViewsAsync();
        _clock.Advance(TimeSpan.FromDays(10));

        Assert.Null(await FindAsync(aggregates, "asset_1", Told.Began));
    }

    private static Task<Domain.Telemetry.Aggregates.Aggregates> TwoViewsAsync()
    {
        var told = new Told();
        foreach (var session in new[] { "ses_1", "ses_2" })
            told.Beacon(told.Claims with { SessionId = session }, "1", Told.At(1, 0, PlaybackEventType.Attempt), Told.At(2, 40, watched: 40));
        return told.CountAsync();
    }

    private Task<ViewVelocity?> FindAsync(Domain.Telemetry.Aggregates.Aggregates aggregates, string assetId, DateTimeOffset since) =>
        new CountedVelocity(aggregates, _clock).FindAsync(assetId, since, default);
}
