using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>A queued write and the caller who waits for it.</summary>
internal abstract class SqliteWrite
{
    /// <summary>Whether the caller has lost interest before the write began.</summary>
    public abstract bool Abandoned { get; }

    public abstract void Run(SqliteConnection connection);

    public abstract void Fail(Exception error);

    /// <summary>Tells the caller that the write is on disk; does nothing if it failed.</summary>
    public abstract void Complete();
}

/// <inheritdoc/>
internal sealed class SqliteWrite<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) : SqliteWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _completion.Task;

    public override bool Abandoned => cancellation.IsCancellationRequested && _completion.TrySetCanceled(cancellation);

    public override void Run(SqliteConnection connection) => _result = work(connection);

    public override void Fail(Exception error) => _completion.TrySetException(error);

    public override void Complete() => _completion.TrySetResult(_result!);
}
