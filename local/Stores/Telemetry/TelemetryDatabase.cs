using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Telemetry;

/// <summary>The aggregates' file: <c>db/telemetry.db</c>, opened by the first who needs it. One of its own, since it is written far more often than others.</summary>
/// <param name="folder">The <c>db</c> folder of the data folder.</param>
internal sealed class TelemetryDatabase(string folder) : IAsyncDisposable
{
    public const string FileName = "telemetry.db";

    /// <summary>
    /// A batch touches tens of thousands of pages. They stay in memory till the commit, and go from the log into the file only when many batches have
    /// written them again and again.
    /// </summary>
    private const string Tuning = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16384";

    private readonly Lazy<Task<SqliteDatabase>> _database = new(() => OpenAsync(folder));

    /// <exception cref="NewerSchemaException">The file was written by a newer release.</exception>
    public Task<SqliteDatabase> OpenAsync() => _database.Value;

    public async ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated)
        {
            await (await _database.Value).DisposeAsync();
        }
    }

    private static async Task<SqliteDatabase> OpenAsync(string folder)
    {
        var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, FileName), TelemetrySchema.Migrations);
        await database.WriteAsync(db => db.Execute(Tuning));
        return database;
    }
}
