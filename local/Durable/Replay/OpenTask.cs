namespace StreamPlatform.Local.Durable;

/// <summary>A call the orchestrator has made and that has not been answered.</summary>
internal abstract class OpenTask
{
    public abstract void Complete(string? payload);

    public abstract void Fail(TaskFailureDetails failure);
}

/// <inheritdoc/>
internal sealed class OpenTask<T>(string name, int taskId) : OpenTask
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override void Complete(string? payload)
    {
        T? value;
        try
        {
            value = DurableJson.Read<T>(payload);
        }
        catch (Exception unreadable)
        {
            _source.TrySetException(unreadable);
            return;
        }

        _source.TrySetResult(value!);
    }

    public override void Fail(TaskFailureDetails failure) =>
        _source.TrySetException(new TaskFailedException(name, taskId, failure));

    public void Cancel(CancellationToken token) => _source.TrySetCanceled(token);
}
