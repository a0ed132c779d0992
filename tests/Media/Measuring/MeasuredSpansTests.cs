using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Measuring;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Measuring;

public sealed class MeasuredSpansTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(61.7)]
    [InlineData(600)]
    [InlineData(40_000)]
    public void Spans_lie_within_the_title_without_overlap_and_cost_little(double seconds)
    {
        var grid = GridOf(seconds);
        var measure = MeasuredSpans.For(grid, EncodingProfiles.Fast, new PlanOptions())!;

        Assert.InRange(measure.Spans.Count, 3, 16);
        Assert.Equal([15, 22, 30], measure.Crfs);
        var end = 0L;
        foreach (var span in measure.Spans)
        {
            Assert.True(span.StartFrame >= end);
            end = span.StartFrame + span.FrameCount;
        }

        Assert.True(end <= grid.TotalFrames);
        Assert.InRange(measure.Spans.Sum(span => span.FrameCount), 0, Math.Max(0.04 * grid.TotalFrames, 3 * 24));
    }

    [Fact]
    public void Short_titles_and_profiles_without_it_are_not_measured()
    {
        Assert.Null(MeasuredSpans.For(GridOf(11), EncodingProfiles.Fast, new PlanOptions()));
        Assert.Null(MeasuredSpans.For(GridOf(60), EncodingProfiles.Fast with { PerTitle = false }, new PlanOptions()));
        Assert.Null(MeasuredSpans.For(GridOf(60), EncodingProfiles.Fast, new PlanOptions { PerTitle = false }));
    }

    private static OutputGrid GridOf(double seconds) =>
        new(new Rational(25, 1), 10_000, 400, 50, 100) { TotalFrames = (long)(seconds * 25) };
}
