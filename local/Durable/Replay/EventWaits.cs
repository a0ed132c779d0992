namespace StreamPlatform.Local.Durable;

/// <summary>External events of one instance: those waited for, and those that came before anyone waited.</summary>
internal sealed class EventWaits
{
    private readonly Dictionary<string, LinkedList<OpenTask>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<Message> _early = new();

    public bool Any => _waits.Values.Any(w => w.Count > 0);

    /// <summary>Events received and not consumed, oldest first.</summary>
    public IReadOnlyList<Message> Unconsumed => [.. _early];

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        var wait = new OpenTask<T>(name, -1);
        if (cancellation.IsCancellationRequested)
        {
            wait.Cancel(cancellation);
            return wait.Task;
        }

        for (var early = _early.First; early is not null; early = early.Next)
        {
            if (!string.Equals(early.Value.Name, name, StringComparison.OrdinalIgnoreCase))
                continue;
            _early.Remove(early);
            wait.Complete(early.Value.Payload);
            return wait.Task;
        }

        if (!_waits.TryGetValue(name, out var waiting))
            _waits.Add(name, waiting = new());
        var place = waiting.AddLast(wait);
        cancellation.Register(() =>
        {
            if (place.List is null)
                return;
            waiting.Remove(place);
            wait.Cancel(cancellation);
        });
        return wait.Task;
    }

    public void Raise(Message message)
    {
        if (_waits.TryGetValue(message.Name!, out var waiting) && waiting.First is { } first)
        {
            waiting.RemoveFirst();
            first.Value.Complete(message.Payload);
        }
        else
        {
            _early.AddLast(message);
        }
    }
}
