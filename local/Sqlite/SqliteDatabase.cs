using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>
/// One SQLite file with one writer and many readers. It is in WAL mode with <c>synchronous=FULL</c>: a write that was
/// awaited survives the death of the process and of the machine. Writes queued while another commits share the next
/// commit, so that throughput grows with load and an idle write costs one commit.
/// </summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;

    private SqliteDatabase(string path, SqliteConnection writer)
    {
        Path = path;
        _writer = new SqliteWriter(writer, System.IO.Path.GetFileName(path));
        _readers = new SqliteReaders(path);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>
    /// Opens the file, creating it and its folder if need be, and brings its schema up to date.
    /// </summary>
    /// <param name="path">The database file.</param>
    /// <param name="migrations">
    /// SQL scripts in order; the first leads from an empty file to schema 1. Only ever append: scripts that have been
    /// released are not changed. Each runs once, in a transaction; <c>user_version</c> counts them.
    /// </param>
    /// <param name="cancellation">Stops before the next migration.</param>
    /// <exception cref="NewerSchemaException">The file was written by a newer release.</exception>
    public static Task<SqliteDatabase> OpenAsync(
        string path, IReadOnlyList<string> migrations, CancellationToken cancellation = default)
    {
        return Task.Run(Open, cancellation);

        SqliteDatabase Open()
        {
            var full = System.IO.Path.GetFullPath(path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            var connection = SqliteConnections.Open(full, SqliteOpenMode.ReadWriteCreate);
            try
            {
                connection.Execute("PRAGMA journal_mode=WAL");
                connection.Execute("PRAGMA synchronous=FULL");
                connection.Execute("PRAGMA journal_size_limit=67108864");
                Migrations.Apply(connection, full, migrations, cancellation);
                return new SqliteDatabase(full, connection);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> on the writer's thread, all or nothing, and completes once it is on disk. An exception
    /// of one write rolls back that write only. Work must be quick and must not wait for anything but the database.
    /// </summary>
    /// <param name="work">What to do with the connection; it must not begin or end transactions.</param>
    /// <param name="cancellation">Drops the write if it has not begun yet.</param>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writer.EnqueueAsync(work, cancellation);
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<SqliteConnection> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writer.EnqueueAsync(
            connection =>
            {
                work(connection);
                return true;
            },
            cancellation);
    }

    /// <summary>
    /// Runs <paramref name="work"/> on a pooled read-only connection, within one snapshot that holds every write awaited
    /// before. It runs on the caller's thread: keep queries short.
    /// </summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _readers.ReadAsync(work, cancellation);
    }

    /// <summary>As <see cref="ReadAsync"/>, for work that is one statement, which is a snapshot by itself.</summary>
    public Task<T> ReadOneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _readers.ReadOneAsync(work, cancellation);
    }

    /// <summary>Writes a consistent, compact copy to <paramref name="file"/> while reads and writes go on.</summary>
    public Task BackupAsync(string file, CancellationToken cancellation = default)
    {
        return Task.Run(Backup, cancellation);

        void Backup()
        {
            var partial = file + ".partial";
            File.Delete(partial);
            using (var connection = SqliteConnections.Open(Path, SqliteOpenMode.ReadOnly))
                connection.Execute("VACUUM INTO $1", partial);

            // VACUUM INTO does not sync what it writes.
            using (var stream = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                stream.Flush(flushToDisk: true);
            File.Move(partial, file, overwrite: true);
        }
    }

    /// <summary>Commits what is queued, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
    }
}
