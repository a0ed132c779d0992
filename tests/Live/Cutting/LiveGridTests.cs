using CsCheck;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Tests.Cutting;

public sealed class LiveGridTests
{
    [Theory]
    [InlineData(30.0, 30, 1, 6, 10)]
    [InlineData(29.97, 30000, 1001, 6, 10)]
    [InlineData(25.0, 25, 1, 5, 10)]
    [InlineData(60.0, 60, 1, 12, 10)]
    [InlineData(24.0, 24, 1, 4, 12)]
    [InlineData(23.976, 24000, 1001, 4, 12)]
    [InlineData(14.0, 15, 1, 3, 10)]
    [InlineData(240.0, 60, 1, 12, 10)]
    [InlineData(0.0, 30, 1, 6, 10)]
    [InlineData(double.NaN, 30, 1, 6, 10)]
    [InlineData(null, 30, 1, 6, 10)]
    public void A_rate_becomes_the_nearest_usual_one(double? said, int numerator, int denominator, int partFrames, int parts)
    {
        var grid = LiveGrid.For(said);

        Assert.Equal((numerator, denominator), (grid.Video.FrameRate.Numerator, grid.Video.FrameRate.Denominator));
        Assert.Equal((partFrames, parts), (grid.PartFrames, grid.PartsASegment));
    }

    [Fact]
    public void Whatever_an_encoder_says_the_grid_is_whole() =>
        Gen.Double.Sample(said =>
        {
            var grid = LiveGrid.For(said);
            Assert.Equal(0, grid.Video.GopFrames % grid.PartFrames);
            Assert.Equal(0, grid.Video.SegmentFrames % grid.Video.GopFrames);
            Assert.Equal(2, grid.TargetSeconds);
            Assert.Equal((double)grid.Video.Timescale / grid.Video.FrameTicks, grid.Video.FrameRate.Value, 9);
            Assert.InRange(grid.PartFrames / grid.Video.FrameRate.Value, 0.16, 0.26);
        });

    [Fact]
    public void More_frames_than_are_granted_are_left_out() => Assert.Equal(30, LiveGrid.For(60, mostFrames: 30).Video.FrameRate.Value);
}
