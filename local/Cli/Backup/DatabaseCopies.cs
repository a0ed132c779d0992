using Microsoft.Data.Sqlite;

namespace StreamPlatform.Local.Cli.Backup;

/// <summary>Copies SQLite databases that may be in use, each as of one instant.</summary>
internal static class DatabaseCopies
{
    /// <summary>
    /// Copies every database, those that say "done already" first and those they speak about last: what triggers have
    /// handled, then how far workflows are and what the search has taken from them, then assets and uploads. A backup is then like the machine's state after a
    /// crash at its first instant, with some effects already there: work is repeated, never skipped.
    /// </summary>
    public static IReadOnlyList<string> Copy(string from, string to, CancellationToken ct)
    {
        Directory.CreateDirectory(to);
        var copied = new List<string>();
        foreach (var file in Directory.EnumerateFiles(from, "*.db").OrderBy(Place).ThenBy(file => file, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            var copy = Path.Combine(to, Path.GetFileName(file));
            CopyOne(file, copy);
            copied.Add(copy);
        }

        return copied;
    }

    private static int Place(string file) => Path.GetFileName(file) switch
    {
        "platform.db" => 2,
        "durable.db" or "search.db" or "telemetry.db" => 1,
        _ => 0,
    };

    private static void CopyOne(string file, string copy)
    {
        // No pool: pooled connections would keep the files open after the copy.
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
