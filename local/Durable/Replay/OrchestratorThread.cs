namespace StreamPlatform.Local.Durable;

/// <summary>
/// Makes orchestrator code single-threaded: its continuations queue up here and run one after the other, in the order
/// they became ready, on whichever thread runs the turn.
/// </summary>
internal sealed class OrchestratorThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_queue)
            _queue.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Orchestrator code must not block.");

    /// <summary>Whether the calling code runs as part of a turn.</summary>
    public bool IsCurrent => Current == this;

    /// <summary>Runs <paramref name="first"/> and then everything that became ready by it.</summary>
    public void Run(Action first)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            first();
            while (TryDequeue(out var next))
                next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private bool TryDequeue(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_queue)
            return _queue.TryDequeue(out next);
    }
}
