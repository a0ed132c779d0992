namespace StreamPlatform.Local.Host.Jobs;

/// <summary>
/// Which processes are owed and which of them may start now. Urgent ones, whose result somebody waits for, have a place of
/// their own on a busy machine; and while one is young, it counts for two, so that nothing else begins beside it on a small
/// machine in the seconds that matter.
/// </summary>
internal sealed class JobPlaces(int limit, TimeProvider time)
{
    /// <summary>How long an urgent process counts for two: about what one takes to show something.</summary>
    public static readonly TimeSpan Youth = TimeSpan.FromSeconds(3);

    /// <summary>A process that began this recently may not have taken its message yet.</summary>
    private static readonly TimeSpan TakingTime = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Occupant> _running = [];
    private int _urgent;
    private int _others;

    /// <summary>True while something that is owed has to wait for an urgent process to grow older.</summary>
    public bool IsHeldBack
    {
        get
        {
            lock (_gate)
                return _others > 0 && _running.Count < limit;
        }
    }

    /// <summary>Messages became visible: so many more processes are owed.</summary>
    public void Owe(int processes, bool urgent)
    {
        lock (_gate)
        {
            if (urgent)
                _urgent += processes;
            else
                _others += processes;
        }
    }

    /// <summary>What waits in the queues: what is owed, less what processes that just started will take.</summary>
    public void Recount(int urgent, int others)
    {
        lock (_gate)
        {
            var taking = _running.Values.Where(occupant => time.GetElapsedTime(occupant.Began) < TakingTime).ToList();
            _urgent = Math.Max(0, urgent - taking.Count(occupant => occupant.Urgent));
            _others = Math.Max(0, others - taking.Count(occupant => !occupant.Urgent));
        }
    }

    /// <summary>A place for a process that is owed, urgent ones first; null when none is owed or may start.</summary>
    public int? Take()
    {
        lock (_gate)
        {
            if (_urgent > 0 && _running.Count <= limit)
            {
                _urgent--;
                return Occupy(urgent: true);
            }

            if (_others > 0 && _running.Values.Sum(Weight) < limit)
            {
                _others--;
                return Occupy(urgent: false);
            }

            return null;
        }
    }

    public void Leave(int place)
    {
        lock (_gate)
            _running.Remove(place);
    }

    private int Occupy(bool urgent)
    {
        var place = Enumerable.Range(0, limit + 1).First(place => !_running.ContainsKey(place));
        _running[place] = new Occupant(time.GetTimestamp(), urgent);
        return place;
    }

    private int Weight(Occupant occupant) => occupant.Urgent && time.GetElapsedTime(occupant.Began) < Youth ? 2 : 1;

    private sealed record Occupant(long Began, bool Urgent);
}
