using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly string[] s_schema = ["CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sqlite-");

    private string File => Path.Combine(_folder.FullName, "deep", "notes.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_write_that_was_awaited_is_there_after_reopening()
    {
        await using (var db = await SqliteDatabase.OpenAsync(File, s_schema))
            await db.WriteAsync(c => c.Execute("INSERT INTO notes(text) VALUES($1)", "kept"));

        await using var again = await SqliteDatabase.OpenAsync(File, s_schema);
        Assert.Equal(["kept"], await TextsAsync(again));
    }

    [Fact]
    public async Task A_failing_write_rolls_back_itself_and_nothing_beside_it()
    {
        await using var db = await SqliteDatabase.OpenAsync(File, s_schema);
        var gate = new ManualResetEventSlim();
        var blocker = db.WriteAsync(_ => gate.Wait());
        var good = db.WriteAsync(c => c.Execute("INSERT INTO notes(text) VALUES('good')"));
        var bad = db.WriteAsync(c =>
        {
            c.Execute("INSERT INTO notes(text) VALUES('half done')");
            c.Execute("INSERT INTO notes(text) VALUES('good')");
        });
        var after = db.WriteAsync(c => c.Execute("INSERT INTO notes(text) VALUES('after')"));
        gate.Set();

        await Assert.ThrowsAsync<SqliteException>(() => bad);
        await Task.WhenAll(blocker, good, after);
        Assert.Equal(["good", "after"], await TextsAsync(db));
    }

    [Fact]
    public async Task A_thousand_writers_at_once_all_get_through()
    {
        await using var db = await SqliteDatabase.OpenAsync(File, s_schema);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            db.WriteAsync(c => c.Execute("INSERT INTO notes(text) VALUES($1)", $"note {i}"))));
        Assert.Equal(1000, (await TextsAsync(db)).Count);
    }

    [Fact]
    public async Task A_write_cancelled_before_its_turn_does_not_happen()
    {
        await using var db = await SqliteDatabase.OpenAsync(File, s_schema);
        var gate = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var blocker = db.WriteAsync(_ => gate.Wait());
        await Task.Yield();
        var dropped = db.WriteAsync(c => c.Execute("INSERT INTO notes(text) VALUES('never')"), stop.Token);
        await stop.CancelAsync();
        gate.Set();

        await blocker;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dropped);
        Assert.Empty(await TextsAsync(db));
    }

    [Fact]
    public async Task An_older_file_is_brought_up_to_date_and_keeps_its_rows()
    {
        await using (var db = await SqliteDatabase.OpenAsync(File, s_schema))
            await db.WriteAsync(c => c.Execute("INSERT INTO notes(text) VALUES('old')"));

        string[] newer = [.. s_schema, "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'white'"];
        await using var again = await SqliteDatabase.OpenAsync(File, newer);
        Assert.Equal("white", await again.ReadAsync(c => c.QueryFirst("SELECT colour FROM notes", r => r.GetString(0))));
    }

    [Fact]
    public async Task A_file_of_a_newer_release_is_refused_with_a_sentence()
    {
        await using (await SqliteDatabase.OpenAsync(File, [.. s_schema, "CREATE TABLE later(id)"]))
        {
        }

        var error = await Assert.ThrowsAsync<NewerSchemaException>(() => SqliteDatabase.OpenAsync(File, s_schema));
        Assert.Contains("newer release", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_taken_under_load_is_a_consistent_database()
    {
        await using var db = await SqliteDatabase.OpenAsync(File, s_schema);
        var copy = Path.Combine(_folder.FullName, "copy.db");
        var writes = Enumerable.Range(0, 200).Select(i => db.WriteAsync(c =>
        {
            c.Execute("INSERT INTO notes(text) VALUES($1)", $"a{i}");
            c.Execute("INSERT INTO notes(text) VALUES($1)", $"b{i}");
        })).ToArray();
        await db.BackupAsync(copy);
        await Task.WhenAll(writes);

        await using var restored = await SqliteDatabase.OpenAsync(copy, s_schema);
        Assert.Equal(0, (await TextsAsync(restored)).Count % 2);
    }

    private static Task<List<string>> TextsAsync(SqliteDatabase db) =>
        db.ReadAsync(c => c.Query("SELECT text FROM notes ORDER BY id", r => r.GetString(0)));
}
