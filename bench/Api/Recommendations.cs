using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Bench.Api;

/// <summary>A list of what trends, and days full of new videos, in a platform's database: as if 10,000 videos had been watched.</summary>
internal static class Recommendations
{
    /// <summary>Videos of one channel: none that the list would leave out for others of its channel.</summary>
    private const int OfChannel = 3;

    public static async Task WriteAsync(string file, int assets, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var hour = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600).AddHours(-1);
        var videos = Enumerable.Range(1, TrendingList.Longest).Select(n => new TrendingVideo(IdOf(n * (assets / TrendingList.Longest)), $"channel_{n / OfChannel}", null, hour.AddDays(-1), assets - n, 100));
        var day = ChannelDocuments.DayOf(now);
        DocumentWrite[] writes =
        [
            TrendingHead.Kind.Put(new TrendingHead(TrendingHead.CurrentSchemaVersion, 1, hour, [])),
            TrendingList.Kind.Put(new TrendingList(TrendingList.CurrentSchemaVersion, Regions.World, 1, hour, [.. videos])),
            ChannelDocuments.Days.Put(new ListedDay(ListedDay.CurrentSchemaVersion, day)),
            .. Enumerable.Range(1, assets).Select(n => ChannelDocuments.DayVideos.Put(new DayVideo(DayVideo.CurrentSchemaVersion, day, IdOf(n), now.AddMinutes(-10).AddSeconds(-n)))),
        ];
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var write in writes)
        {
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                INSERT INTO documents (container, partition, kind, id, list, sort_key, expires_at, etag, document) VALUES ('catalog', $1, $2, $3, $4, $5, NULL, $6, $7)
                ON CONFLICT DO UPDATE SET etag = excluded.etag, document = excluded.document
                """;
            object?[] values = [write.Key.Partition, write.Kind, write.Key.Id, write.Place?.List, write.Place?.SortKey, $"{write.Kind}-{write.Key.Id}", write.Json];
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static string IdOf(int n) => string.Create(CultureInfo.InvariantCulture, $"asset_{n:D26}");
}
