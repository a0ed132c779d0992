namespace StreamPlatform.Local.Host.Triggers;

/// <summary>Starts work in the background, so many pieces at a time at most, and waits for all of it at the end.</summary>
internal sealed class BoundedWork(int limit) : IDisposable
{
    private readonly SemaphoreSlim _places = new(limit, limit);

    public int FreePlaces => _places.CurrentCount;

    /// <summary>Waits for a place. Whoever has one gives it back by <see cref="Start"/> or <see cref="Release"/>.</summary>
    public Task TakePlaceAsync(CancellationToken cancellation) => _places.WaitAsync(cancellation);

    public void Release() => _places.Release();

    /// <summary>Runs work in a place taken before; it must handle its own exceptions.</summary>
    public void Start(Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        finally
        {
            _places.Release();
        }
    });

    /// <summary>Waits until nothing runs; nothing can be started afterwards.</summary>
    public async Task DrainAsync()
    {
        for (var i = 0; i < limit; i++)
            await _places.WaitAsync();
    }

    public void Dispose() => _places.Dispose();
}
