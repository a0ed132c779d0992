using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>
/// The one file that all stores share: <c>db/platform.db</c>. It is opened by the first who needs it, so that making the
/// services costs nothing, and closed with them.
/// </summary>
/// <param name="folder">The <c>db</c> folder of the data folder.</param>
public sealed class StoresDatabase(string folder) : IAsyncDisposable
{
    public const string FileName = "platform.db";

    private readonly Lazy<Task<SqliteDatabase>> _database =
        new(() => SqliteDatabase.OpenAsync(Path.Combine(folder, FileName), Schema.Migrations));

    /// <summary>The open database.</summary>
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
