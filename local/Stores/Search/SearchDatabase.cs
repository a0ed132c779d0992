using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>The public index's file: <c>db/search.db</c>, opened by the first who needs it.</summary>
/// <param name="folder">The <c>db</c> folder of the data folder.</param>
internal sealed class SearchDatabase(string folder) : IAsyncDisposable
{
    public const string FileName = "search.db";

    private readonly Lazy<Task<SqliteDatabase>> _database =
        new(() => SqliteDatabase.OpenAsync(Path.Combine(folder, FileName), SearchSchema.Migrations));

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
