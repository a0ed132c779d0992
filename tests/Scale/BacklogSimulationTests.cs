using StreamPlatform.Bench.Scale.Backlog;

namespace StreamPlatform.Scale.Tests;

public sealed class BacklogSimulationTests
{
    private const double ItemSeconds = 60;

    [Theory]
    [InlineData(0, 0, 1, 0)]
    [InlineData(10, 0, 1, 10)]
    [InlineData(10, 4, 1, 6)] // those that run have their messages
    [InlineData(10, 12, 1, 0)]
    [InlineData(500, 40, 1, 60)] // up to the most
    [InlineData(11, 0, 5, 3)]
    public void Jobs_are_started_by_the_scaler_s_rule(int messages, int jobs, int messagesPerJob, int starts) =>
        Assert.Equal(starts, new JobScaler(100) { MessagesPerJob = messagesPerJob }.Starts(messages, jobs));

    [Fact]
    public void With_room_to_spare_an_item_waits_for_a_poll_and_a_start()
    {
        var result = BacklogSimulation.Run(Arrivals.Steady(0.5), new JobScaler(1_000), ItemSeconds);
        Assert.InRange(result.WaitMedian, 30, 40); // 15 s on average, and 20 s
        Assert.InRange(result.Wait99, 45, 51); // 30 s at most, and 20 s
        Assert.InRange(result.Items, 42_000, 44_500); // 0.5 × 86,400, a minute's worth still waiting
    }

    [Fact]
    public void With_too_few_jobs_the_backlog_grows_all_day()
    {
        var result = BacklogSimulation.Run(Arrivals.Steady(0.5), new JobScaler(20), ItemSeconds);
        Assert.True(result.Items <= 20 * 86_400 / ItemSeconds * 1.01);
        Assert.Equal(result.LongestBacklog, result.Left, 300.0);
    }

    [Fact]
    public void A_burst_costs_its_work_whatever_the_most()
    {
        var few = BacklogSimulation.Run(Arrivals.Burst(0.2), new JobScaler(60), ItemSeconds);
        var many = BacklogSimulation.Run(Arrivals.Burst(0.2), new JobScaler(1_000), ItemSeconds);
        Assert.True(few.Wait95 > 20 * many.Wait95);
        Assert.InRange(few.BilledCoreSeconds / many.BilledCoreSeconds, 0.99, 1.01);
    }
}
