using StreamPlatform.Domain.Telemetry.Folding;

namespace StreamPlatform.Domain.Tests.Telemetry.Folding;

public sealed class ExperienceScoreTests
{
    [Theory]
    [InlineData(0, 60_000, 0, 0, 100)]
    [InlineData(2000, 60_000, 0, 0, 100)]
    [InlineData(3000, 60_000, 0, 0, 94)]
    [InlineData(30_000, 60_000, 0, 0, 0)]
    [InlineData(0, 99_000, 1000, 0, 95)]
    [InlineData(0, 90_000, 10_000, 0, 50)]
    [InlineData(0, 70_000, 30_000, 0, 0)]
    [InlineData(3000, 99_000, 1000, 0, 89)]
    [InlineData(0, 100_000, 0, 30, 100)]
    [InlineData(0, 100_000, 0, 90, 90)]
    [InlineData(0, 100_000, 0, 3000, 50)]
    public void It_is_what_the_formula_says(int startup, long watched, long stalled, long dropped, int score) =>
        Assert.Equal(score, ExperienceScore.Of(started: true, failed: false, startup, watched, stalled, dropped));

    [Fact]
    public void A_play_that_failed_has_at_most_thirty_and_an_attempt_that_failed_none()
    {
        Assert.Equal(30, ExperienceScore.Of(started: true, failed: true, 0, 60_000, 0, 0));
        Assert.Equal(0, ExperienceScore.Of(started: true, failed: true, 0, 60_000, 60_000, 0));
        Assert.Equal(0, ExperienceScore.Of(started: false, failed: true, null, 0, 0, 0));
        Assert.Null(ExperienceScore.Of(started: false, failed: false, null, 0, 0, 0));
    }
}
