using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Local.Cli;
using StreamPlatform.Local.Cli.Backup;
using StreamPlatform.Local.Tests.Storage;

namespace StreamPlatform.Local.Tests.Cli;

/// <summary>Backup and restore of a data folder whose storage is a real Azurite.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly BlobPath Original = new(Containers.Uploads, "asset_1/upload_1");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Data => _folder.At("data");

    [Fact]
    public async Task A_backup_of_a_running_platform_restores_blobs_with_their_etags_and_rows_with_their_blobs()
    {
        MakeData();
        BlobFacts facts;
        await using (var azurite = await AzuriteFixture.StartAsync(Path.Combine(Data, "azurite")))
        {
            await azurite.Storage.Blobs.WriteAsync(Original, new byte[100_000], "video/mp4", default);
            facts = (await azurite.Storage.Blobs.FindAsync(Original, default))!;
            await new DataBackup(TimeProvider.System).WriteAsync(Data, _folder.At("backup"), azurite.Storage.Blobs, default);
        }

        DataRestore.Run(_folder.At("backup"), _folder.At("restored"), default);
        await using var restored = await AzuriteFixture.StartAsync(_folder.At("restored", "azurite"));
        Assert.Equal(facts, await restored.Storage.Blobs.FindAsync(Original, default));
        Assert.Equal(100_000, (await restored.Storage.Blobs.ReadAsync(Original, 200_000, default))!.Length);
        Assert.Equal(1L, Count(_folder.At("restored", "db", "platform.db")));
        Assert.Equal("secret", File.ReadAllText(_folder.At("restored", "keys", "api-key")));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_not_restored_over()
    {
        MakeData();
        await new DataBackup(TimeProvider.System).WriteAsync(Data, _folder.At("backup"), null, default);
        Assert.Equal("restore.not_empty", Assert.Throws<CommandFailure>(() => DataRestore.Run(_folder.At("backup"), Data, default)).Code);
        Assert.Equal("backup.exists", (await Assert.ThrowsAsync<CommandFailure>(() =>
            new DataBackup(TimeProvider.System).WriteAsync(Data, _folder.At("backup"), null, default))).Code);
    }

    [Fact]
    public async Task A_damaged_or_unfinished_backup_is_refused()
    {
        MakeData();
        await new DataBackup(TimeProvider.System).WriteAsync(Data, _folder.At("backup"), null, default);
        File.Delete(_folder.At("backup", "keys", "api-key"));
        Assert.Equal("backup.damaged", Assert.Throws<CommandFailure>(() => DataRestore.Run(_folder.At("backup"), _folder.At("restored"), default)).Code);
        File.Delete(_folder.At("backup", BackupManifest.FileName));
        Assert.Equal("backup.not_a_backup", Assert.Throws<CommandFailure>(() => DataRestore.Run(_folder.At("backup"), _folder.At("restored"), default)).Code);
        Assert.False(Directory.Exists(_folder.At("restored")));
    }

    private static object? Count(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM t";
        return command.ExecuteScalar();
    }

    private void MakeData()
    {
        foreach (var part in new[] { "db", "keys", "azurite" })
        {
            Directory.CreateDirectory(Path.Combine(Data, part));
        }

        File.WriteAllText(Path.Combine(Data, "keys", "api-key"), "secret");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "db", "platform.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1);";
        command.ExecuteNonQuery();
    }
}
