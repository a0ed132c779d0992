using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>A few read-only connections, lent to one query at a time.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int Count = 8;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _places = new(Count, Count);

    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) => ReadOneAsync(
        connection =>
        {
            connection.Execute("BEGIN");
            var result = work(connection);
            connection.Execute("COMMIT");
            return result;
        },
        cancellation);

    public async Task<T> ReadOneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            if (!_idle.TryTake(out var connection))
                connection = SqliteConnections.Open(path, SqliteOpenMode.ReadOnly);
            try
            {
                var result = work(connection);
                _idle.Add(connection);
                return result;
            }
            catch
            {
                // Whatever state it is in, a new one is cheap.
                await connection.DisposeAsync();
                throw;
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
        _places.Dispose();
    }
}
