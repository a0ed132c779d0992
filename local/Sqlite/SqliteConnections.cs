using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Sqlite;

/// <summary>Opens connections the way every connection here is opened.</summary>
internal static class SqliteConnections
{
    /// <summary>
    /// Readers see so much of the file as memory. Long documents lie on pages of their own, which SQLite never keeps and reads
    /// anew with each document that a search of the tree passes: that was half of what a listing took.
    /// </summary>
    private const long MappedBytes = 1L << 30;

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA foreign_keys=ON");
            if (mode == SqliteOpenMode.ReadOnly)
                connection.Execute($"PRAGMA mmap_size={MappedBytes}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
