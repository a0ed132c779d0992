using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>Brings a file's schema up to date, script by script, each in a transaction of its own.</summary>
internal static class Migrations
{
    public static void Apply(
        SqliteConnection connection, string path, IReadOnlyList<string> scripts, CancellationToken cancellation)
    {
        var version = connection.QuerySingle("PRAGMA user_version", row => row.GetInt64(0));
        if (version > scripts.Count)
            throw new NewerSchemaException(path, version, scripts.Count);

        for (; version < scripts.Count; version++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"{scripts[(int)version]};\nPRAGMA user_version={version + 1}";
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }
}
