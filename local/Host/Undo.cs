namespace StreamPlatform.Local.Host;

/// <summary>Takes back, in reverse order, what a start that failed half-way has done.</summary>
internal sealed class Undo : IAsyncDisposable
{
    private readonly Stack<Func<Task>> _steps = [];

    public void Add(Func<Task> step) => _steps.Push(step);

    public void Add(IAsyncDisposable disposable) => _steps.Push(() => disposable.DisposeAsync().AsTask());

    public void Add(IDisposable disposable) => _steps.Push(() =>
    {
        disposable.Dispose();
        return Task.CompletedTask;
    });

    /// <summary>It has worked: nothing is taken back.</summary>
    public void Clear() => _steps.Clear();

    public async ValueTask DisposeAsync()
    {
        while (_steps.TryPop(out var step))
            await step();
    }
}
