using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Telemetry;

/// <summary>The aggregates' file: <c>db/telemetry.db</c>, opened by the first who needs it. One of its own, since it is written far more often than others.</summary>
/// <param name="folder">The <c>db</c> folder of the data folder.</param>
internal sealed class TelemetryDatabase(string folder) : IAsyncDisposable
{
    public const string FileName = "telemetry.db";

    private readonly Lazy<Task<SqliteDatabase>> _database =
        new(() => SqliteDatabase.OpenAsync(Path.Combine(folder, FileName), TelemetrySchema.Migrations));

    /// <exception cref="NewerSchemaException">The file was written by a newer release.</exception>
    public Task<SqliteDatabase> OpenAsync() => _database.Value;

    public async ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated)
        {
            await (await _database.Value).DisposeAsync();
        }
    }
}
