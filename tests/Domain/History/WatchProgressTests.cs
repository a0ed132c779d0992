using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.History;

public sealed class WatchProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Theory]
    [InlineData(300.0, 10, 0, null, false)]
    [InlineData(300.0, 10.5, 0, 10.5, false)]
    [InlineData(20.0, 1.5, 0, 1.5, false)]
    [InlineData(300.0, 284, 0, 284.0, false)]
    [InlineData(300.0, 285, 0, null, true)]
    [InlineData(300.0, 150, 89, 150.0, false)]
    [InlineData(300.0, 150, 90, 150.0, true)]
    [InlineData(300.0, 271, 90, null, true)]
    [InlineData(null, 900, 0, 900.0, false)]
    [InlineData(300.0, 900, 0, null, true)]
    public void It_is_gone_on_with_where_it_was_left_unless_it_was_hardly_begun_or_is_over(double? duration, double position, int parts, double? resume, bool completed)
    {
        var watched = WatchedVideo.Of("user_1", "asset_1", new WatchReport(position, Enumerable.Range(0, parts).Aggregate(default(WatchedParts), (some, part) => some.With(part)), Now));
        var asset = new Asset { Id = "asset_1", OwnerId = "user_2", Title = "The sea", State = AssetState.Ready, CreatedAt = Now, UpdatedAt = Now, DurationSeconds = duration };

        var progress = new WatchProgress(watched, asset, "play_1");

        Assert.Equal((resume, completed), (progress.ResumeAt, progress.Completed));
        Assert.True(progress.Position <= (duration ?? double.MaxValue));
    }

    [Theory]
    [InlineData(-1, null, 0, "history.report_invalid")]
    [InlineData(double.NaN, null, 0, "history.report_invalid")]
    [InlineData(604801, null, 0, "history.report_invalid")]
    [InlineData(1, "abc", 0, "history.report_invalid")]
    [InlineData(1, null, -24.1, "history.too_late")]
    [InlineData(1, "0000000000000000000000001", -23.9, null)]
    public void A_report_is_bounded(double position, string? parts, double hours, string? code) =>
        Assert.Equal(code, WatchReport.Of(position, parts, Now.AddHours(hours), Now).Error?.Code);

    [Fact]
    public void A_clock_that_is_ahead_counts_as_now() => Assert.Equal(Now, WatchReport.Of(1, null, Now.AddMinutes(3), Now).Value.At);
}
