using Microsoft.Data.Sqlite;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What the runtime remembers of blobs it has reported to the function that takes uploads.</summary>
internal static class Receipts
{
    private const string Function = "UploadCommitted";

    /// <summary>Makes a stopped platform forget: its next scan reports every original again.</summary>
    public static void Forget(string data)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM blob_receipts WHERE function = $function";
        command.Parameters.AddWithValue("$function", Function);
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    /// <summary>Whether the blob of an asset was reported and dealt with.</summary>
    public static bool Has(string data, string assetId)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM blob_receipts WHERE function = $function AND state = 1 AND blob LIKE $blob";
        command.Parameters.AddWithValue("$function", Function);
        command.Parameters.AddWithValue("$blob", $"{assetId}/%");
        return command.ExecuteScalar() is 1L;
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, "db", "host.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
