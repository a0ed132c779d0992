namespace StreamPlatform.Local.Durable;

/// <summary>Durable timers, kept in memory in order of time; one clock timer waits for the earliest.</summary>
internal sealed class TimerQueue : IDisposable
{
    /// <summary>Clock timers can't wait for ever, and clocks are set: look again at least this often.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly SortedSet<TimerEntry> _queue = [];
    private readonly Dictionary<string, Dictionary<long, TimerEntry>> _byInstance = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly Action<string, Message> _deliver;
    private readonly ITimer _clock;
    private bool _stopped;

    public TimerQueue(TimeProvider time, Action<string, Message> deliver)
    {
        (_time, _deliver) = (time, deliver);
        _clock = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Arm(TimerEntry entry)
    {
        lock (_gate)
        {
            if (!_byInstance.TryGetValue(entry.Instance, out var timers))
                _byInstance.Add(entry.Instance, timers = []);
            if (timers.Remove(entry.TaskId, out var former))
                _queue.Remove(former);
            timers.Add(entry.TaskId, entry);
            _queue.Add(entry);
            if (_queue.Min == entry)
                SetClock();
        }
    }

    public void Cancel(string instance, long taskId)
    {
        lock (_gate)
        {
            if (_byInstance.TryGetValue(instance, out var timers) && timers.Remove(taskId, out var entry))
                Remove(entry, timers);
        }
    }

    public void CancelAll(string instance)
    {
        lock (_gate)
        {
            if (!_byInstance.Remove(instance, out var timers))
                return;
            foreach (var entry in timers.Values)
                _queue.Remove(entry);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            _clock.Dispose();
        }
    }

    private void Fire()
    {
        var due = new List<TimerEntry>();
        lock (_gate)
        {
            if (_stopped)
                return;
            var now = _time.GetUtcNow().UtcTicks;
            while (_queue.Count > 0 && _queue.Min is var next && next.FireAt <= now)
            {
                due.Add(next);
                var timers = _byInstance[next.Instance];
                timers.Remove(next.TaskId);
                Remove(next, timers);
            }

            SetClock();
        }

        foreach (var entry in due)
            _deliver(entry.Instance, entry.ToMessage());
    }

    private void Remove(TimerEntry entry, Dictionary<long, TimerEntry> timers)
    {
        _queue.Remove(entry);
        if (timers.Count == 0)
            _byInstance.Remove(entry.Instance);
    }

    private void SetClock()
    {
        if (_stopped || _queue.Count == 0)
            return;
        var wait = TimeSpan.FromTicks(_queue.Min.FireAt - _time.GetUtcNow().UtcTicks);
        // Clock timers count whole milliseconds: round up, or it would fire just too early and be set again.
        wait = wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        _clock.Change(wait < s_longestWait ? wait : s_longestWait, Timeout.InfiniteTimeSpan);
    }
}
