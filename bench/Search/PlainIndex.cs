using System.Diagnostics;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Bench.Search;

/// <summary>What FTS5 does by itself: the titles in one table, the words of a search, ranked by BM25, twenty rows.</summary>
internal sealed class PlainIndex : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _search;

    private PlainIndex(SqliteConnection connection)
    {
        _connection = connection;
        _search = connection.CreateCommand();
        _search.CommandText = "SELECT rowid, title FROM titles WHERE titles MATCH $match ORDER BY rank LIMIT 20";
        _search.Parameters.Add(new SqliteParameter { ParameterName = "$match" });
    }

    public static async Task<PlainIndex> FillAsync(string file, IReadOnlyList<IndexedVideo> videos, CancellationToken ct)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE titles USING fts5(title, prefix='1 2 3')";
        await command.ExecuteNonQueryAsync(ct);
        command.CommandText = "INSERT INTO titles (title) VALUES ($title)";
        var title = command.Parameters.AddWithValue("$title", "");
        foreach (var video in videos)
        {
            title.Value = video.Title;
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return new PlainIndex(connection);
    }

    /// <summary>Milliseconds of each.</summary>
    public List<double> Search(IEnumerable<string> texts) => [.. texts.Select(text => Time(string.Join(' ', SearchText.Words(text).Select(word => $"\"{word}\""))))];

    /// <summary>The same, the last word as a beginning.</summary>
    public List<double> Begin(IEnumerable<string> texts) => [.. texts.Select(text => Time(string.Join(' ', SearchText.Words(text).Select(word => $"\"{word}\"")) + "*"))];

    private double Time(string match)
    {
        var begun = Stopwatch.GetTimestamp();
        _search.Parameters[0].Value = match.Length == 0 ? "\"\"" : match;
        using (var rows = _search.ExecuteReader())
        {
            while (rows.Read())
                rows.GetString(1);
        }

        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _search.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
