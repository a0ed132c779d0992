using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>
/// The one thread that writes. It takes what is queued, runs each write inside a savepoint of one transaction, commits,
/// and only then completes the callers.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxBatch = 512;
    private readonly SqliteConnection _connection;
    private readonly BlockingCollection<SqliteWrite> _queue = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteWriter(SqliteConnection connection, string name)
    {
        _connection = connection;
        new Thread(Run) { IsBackground = true, Name = $"sqlite {name}" }.Start();
    }

    public Task<T> EnqueueAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        var write = new SqliteWrite<T>(work, cancellation);
        try
        {
            _queue.Add(write, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            write.Fail(new ObjectDisposedException(nameof(SqliteDatabase)));
        }

        return write.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_queue.IsAddingCompleted)
            _queue.CompleteAdding();
        await _stopped.Task;
    }

    private void Run()
    {
        var batch = new List<SqliteWrite>();
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < MaxBatch && _queue.TryTake(out var next))
                batch.Add(next);
            Commit(batch);
        }

        _connection.Dispose();
        _stopped.SetResult();
    }

    private void Commit(List<SqliteWrite> batch)
    {
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
                RunOne(write);
            _connection.Execute("COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            foreach (var write in batch)
                write.Fail(error);
            return;
        }

        foreach (var write in batch)
            write.Complete();
    }

    private void RunOne(SqliteWrite write)
    {
        if (write.Abandoned)
            return;
        _connection.Execute("SAVEPOINT one");
        try
        {
            write.Run(_connection);
        }
        catch (Exception error)
        {
            // A full disk and the like end the whole transaction; then this throws too, and every write of the batch fails.
            _connection.Execute("ROLLBACK TO one");
            write.Fail(error);
        }

        _connection.Execute("RELEASE one");
    }

    private void RollBack()
    {
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // No transaction is open: SQLite has rolled back by itself.
        }
    }
}
