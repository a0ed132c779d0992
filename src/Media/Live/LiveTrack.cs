namespace StreamPlatform.Media.Live;

/// <summary>A track of a broadcast: one writer adds parts, any number of readers look at what there is and wait for more.</summary>
public sealed class LiveTrack(LiveTrackSpec spec)
{
    private readonly Lock _gate = new();
    private volatile TaskCompletionSource _more = Signal();
    private volatile LiveHeader? _header;
    private volatile LiveWindow _window = LiveWindow.Empty;

    public LiveTrackSpec Spec => spec;

    /// <summary>What is told once; null until the encoder has begun.</summary>
    public LiveHeader? Header => _header;

    public LiveWindow Window => _window;

    /// <summary>The first window for which <paramref name="until"/> holds; those in between may be passed over.</summary>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<LiveWindow> WaitAsync(Func<LiveWindow, bool> until, CancellationToken ct)
    {
        while (true)
        {
            // In this order: what is added after the look is signalled by what was taken before it.
            var more = _more.Task;
            if (_window is var window && until(window))
                return window;
            await more.WaitAsync(ct);
        }
    }

    internal void Begin(LiveHeader header) => _header = header;

    internal void Add(long segment, long start, LivePart part, bool completes) => Change(window => window.Add(segment, start, part, completes));

    internal void End() => Change(window => window.End());

    private void Change(Func<LiveWindow, LiveWindow> change)
    {
        TaskCompletionSource waited;
        lock (_gate)
        {
            _window = change(_window);
            waited = _more;
            _more = Signal();
        }

        waited.SetResult();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
