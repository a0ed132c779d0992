namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Counts what runs. At the stop, runs may finish for a while; then they are cancelled.</summary>
internal sealed class RunningFunctions : IDisposable
{
    private readonly CancellationTokenSource _abort = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Run Begin(CancellationToken cancellation)
    {
        lock (_gate)
            _count++;
        return new Run(this, CancellationTokenSource.CreateLinkedTokenSource(cancellation, _abort.Token));
    }

    /// <summary>Waits until nothing runs; cancels what still does after <paramref name="patience"/>.</summary>
    public async Task DrainAsync(TimeSpan patience, TimeProvider time)
    {
        Task idle;
        lock (_gate)
        {
            if (_count == 0)
                return;
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        try
        {
            await idle.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            await _abort.CancelAsync();
        }
    }

    public void Dispose() => _abort.Dispose();

    private void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
                _idle?.TrySetResult();
        }
    }

    /// <summary>One run; dispose it when it has ended.</summary>
    internal sealed class Run(RunningFunctions owner, CancellationTokenSource source) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose()
        {
            source.Dispose();
            owner.End();
        }
    }
}
