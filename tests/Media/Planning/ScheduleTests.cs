using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class ScheduleTests
{
    [Fact]
    public void One_worker_takes_the_sum() => Assert.Equal(9, Schedule.Makespan([4, 3, 2], 1));

    [Fact]
    public void More_workers_than_items_take_as_long_as_the_longest() => Assert.Equal(4, Schedule.Makespan([4, 3, 2], 5));

    [Fact]
    public void Whoever_is_free_takes_the_next()
    {
        Assert.Equal(6, Schedule.Makespan([1, 2, 3, 4], 2));
        Assert.Equal(5, Schedule.Makespan(Schedule.LongestFirst([1.0, 2, 3, 4], item => item), 2));
    }

    [Fact]
    public void Nothing_takes_no_time() => Assert.Equal(0, Schedule.Makespan([], 3));
}
