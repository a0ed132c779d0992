using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class PicturePlansTests
{
    [Theory]
    [InlineData(0.04, 1, 0.1)]
    [InlineData(10, 20, 0.5)]
    [InlineData(60, 30, 2)]
    [InlineData(799, 400, 2)]
    [InlineData(10_800, 400, 27)]
    [InlineData(86_400, 400, 216)]
    public void A_storyboard_has_a_tile_every_two_seconds_and_never_more_than_four_hundred(double seconds, int tiles, double interval)
    {
        var storyboard = Plan(1920, 1080, seconds, (long)(seconds * 1e6)).Storyboard!;
        Assert.Equal((tiles, interval), (storyboard.Count, storyboard.IntervalSeconds));
        Assert.Equal((160, 90), (storyboard.TileWidth, storyboard.TileHeight));
        Assert.InRange(storyboard.Rows, 1, 10);
    }

    [Fact]
    public void Of_a_source_whose_pictures_are_huge_fewer_are_read()
    {
        // An hour of 2160p at 700 Mbit/s: 3 MB a picture.
        var storyboard = Plan(3840, 2160, 3600, 315_000_000_000).Storyboard!;
        Assert.InRange(storyboard.Count, 20, 120);
        Assert.True(storyboard.Count * storyboard.IntervalSeconds >= 3600);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(3, 1)]
    [InlineData(600, 4)]
    public void A_preview_lasts_a_few_seconds_at_most(double seconds, int spans)
    {
        var preview = Plan(1080, 1920, seconds, 1_000_000).Preview;
        Assert.Equal(spans, preview?.Starts.Count ?? 0);
        if (preview is null)
            return;
        Assert.Equal((180, 320), (preview.Width, preview.Height));
        Assert.InRange(preview.SpanSeconds * spans, Math.Min(seconds, 3), 6);
        Assert.All(preview.Starts, start => Assert.InRange(start + preview.SpanSeconds, 0, seconds));
    }

    private static PictureSpec Plan(int width, int height, double seconds, long bytes) => PicturePlans.Of(
        new VideoTrack(0, "h264", width, height, width, height, new Rational(30, 1), "yuv420p", 0, false, null) { Frames = (long)Math.Ceiling(seconds * 30), DurationSeconds = seconds },
        seconds,
        bytes);
}
