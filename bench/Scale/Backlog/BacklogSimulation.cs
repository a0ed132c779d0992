namespace StreamPlatform.Bench.Scale.Backlog;

/// <summary>A day of one transcode queue, second by second: messages come, jobs are started by the scaler, each takes one and ends.</summary>
internal sealed class BacklogSimulation
{
    private const int Seconds = 24 * 3600;
    private readonly Arrivals _arrivals;
    private readonly JobScaler _scaler;
    private readonly double _itemSeconds;
    private readonly Chance _chance = new(20_260_102);
    private readonly Queue<int> _waiting = new();
    private readonly Queue<int> _starting = new();
    private readonly PriorityQueue<int, double> _working = new();
    private readonly List<double> _waits = [];
    private double _billed;
    private double _worked;
    private int _longest;

    private BacklogSimulation(Arrivals arrivals, JobScaler scaler, double itemSeconds) =>
        (_arrivals, _scaler, _itemSeconds) = (arrivals, scaler, itemSeconds);

    /// <param name="itemSeconds">Mean of what an item takes on its core; log-normal, because contents differ by a factor of three.</param>
    public static BacklogResult Run(Arrivals arrivals, JobScaler scaler, double itemSeconds) =>
        new BacklogSimulation(arrivals, scaler, itemSeconds).Run();

    private BacklogResult Run()
    {
        for (var second = 0; second < Seconds; second++)
        {
            for (var count = _chance.Poisson(_arrivals.PerSecond(second)); count > 0; count--)
                _waiting.Enqueue(second);
            while (_working.TryPeek(out _, out var ends) && ends <= second)
                _working.Dequeue();
            while (_starting.TryPeek(out var ready) && ready <= second)
                Begin(_starting.Dequeue());
            if (second % _scaler.PollSeconds == 0)
                Poll(second);
            _longest = Math.Max(_longest, _waiting.Count);
        }

        _waits.Sort();
        return new BacklogResult(
            _arrivals, _scaler, _waits.Count, _longest, At(0.5), At(0.95), At(0.99), _billed, _worked, _waiting.Count);
    }

    private void Poll(int second)
    {
        for (var starts = _scaler.Starts(_waiting.Count + _working.Count, _starting.Count + _working.Count); starts > 0; starts--)
            _starting.Enqueue(second + _scaler.StartSeconds);
    }

    /// <summary>A job that finds nothing ends at once, and is paid for its start.</summary>
    private void Begin(int second)
    {
        _billed += _scaler.StartSeconds;
        if (!_waiting.TryDequeue(out var since))
            return;
        _waits.Add(second - since);
        var spread = 0.4;
        var seconds = _itemSeconds * Math.Exp(spread * _chance.Normal() - spread * spread / 2);
        _working.Enqueue(0, second + seconds);
        _billed += seconds;
        _worked += seconds;
    }

    private double At(double share) => _waits[(int)(share * (_waits.Count - 1))];
}
