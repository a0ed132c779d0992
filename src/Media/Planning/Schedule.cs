namespace StreamPlatform.Media.Planning;

/// <summary>What becomes of items in a queue: whoever is free takes the next (list scheduling). Pure; no clock, no chance.</summary>
internal static class Schedule
{
    /// <summary>Seconds until the last item has ended.</summary>
    /// <param name="items">Seconds each takes, in the queue's order.</param>
    /// <param name="workers">At least 1.</param>
    public static double Makespan(IEnumerable<double> items, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var free = new PriorityQueue<double, double>();
        var (started, end) = (0, 0.0);
        foreach (var seconds in items)
        {
            var done = (started < workers ? 0 : free.Peek()) + seconds;
            if (started++ < workers)
                free.Enqueue(done, done);
            else
                free.DequeueEnqueue(done, done);
            end = Math.Max(end, done);
        }

        return end;
    }

    /// <summary>The items in the order that ends them soonest as far as is known: longest first, equal ones as they were.</summary>
    public static IEnumerable<T> LongestFirst<T>(IEnumerable<T> items, Func<T, double> seconds) => items.OrderByDescending(seconds);
}
