using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Bench.Api;

namespace StreamPlatform.Bench;

/// <summary>
/// Requests a second to a platform with 10,000 assets, 16 at a time over kept connections, each against an endpoint of Kestrel's
/// that does nothing, in a process of its own beside it. The client takes its share of the same cores in both.
/// </summary>
internal static class ApiBench
{
    private const int Assets = 10_000, Comments = 100, Rounds = 3;

    /// <summary>What a page that lists videos shows.</summary>
    private const string Fields = "fields=id,title,status,createdAt,durationSeconds";

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var clip = Path.Combine(folder, "clip.mp4");
            await Measured.RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30:duration=30", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", clip], null, ct);
            var data = Path.Combine(folder, "data");
            await using var platform = await ServedPlatform.StartAsync(data, ct);
            var (assetId, playbackId) = await platform.PublishAsync(clip, ct);
            await MultiplyAsync(Path.Combine(data, "db", "platform.db"), assetId, ct);
            await Recommendations.WriteAsync(Path.Combine(data, "db", "platform.db"), Assets, ct);
            await CommentAsync(platform.Client, playbackId, ct);
            await platform.FillSearchAsync(data, ct);
            await using var empty = await EmptyEndpoint.StartAsync(ct);
            (string Name, Func<int, string> PathOf)[] requests =
            [
                ("manifest", _ => $"playback/{playbackId}.m3u8"), ("mediaPlaylist", _ => $"playback/{playbackId}/r1/360p.m3u8"), ("watch", _ => $"playback/{playbackId}"),
                ("asset", _ => $"assets/{assetId}"), ("assets", _ => $"assets?limit=20&{Fields}"), ("assetsWhole", _ => "assets?limit=20"),
                ("search", _ => "search?q=series+42&limit=20"), ("searchAnew", number => $"search?q=series+{number % 100}+episode+{number % Assets}&limit=20"),
                ("ownSearch", _ => $"assets?q=series+42+par&limit=20&{Fields}"), ("comments", _ => $"playback/{playbackId}/comments?limit=20"),
                ("trending", _ => "trending?limit=20"), ("home", _ => "home?limit=20"),
            ];
            var rows = new List<BenchRow>();
            foreach (var (name, pathOf) in requests)
            {
                var (ours, bare) = (new List<LoadFigures>(), new List<LoadFigures>());
                for (var round = 0; round < Rounds; round++)
                {
                    bare.Add(await Load.RunAsync(empty.Client, _ => "", ct));
                    ours.Add(await Load.RunAsync(platform.Client, pathOf, ct));
                }

                var (best, baseline) = (ours.MaxBy(figures => figures.PerSecond)!, bare.MaxBy(figures => figures.PerSecond)!);
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: p50 {best.P50Ms:0.0} ms, p99 {best.P99Ms:0.0} ms (empty: {baseline.P99Ms:0.0} ms)"));
                rows.Add(BenchRow.Against($"api.{name}", best.PerSecond, "requests/s", baseline.PerSecond));
            }

            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CommentAsync(HttpClient client, string playbackId, CancellationToken ct)
    {
        for (var number = 0; number < Comments; number++)
        {
            using var posted = await client.PostAsJsonAsync($"playback/{playbackId}/comments", new { text = $"Comment {number}: how blue the sea is at 0:{number % 30:D2}." }, ct);
            posted.EnsureSuccessStatusCode();
        }
    }

    /// <summary>As many assets of the same owner's, each with a title of its own, and found by it.</summary>
    private static async Task MultiplyAsync(string file, string assetId, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA busy_timeout = 10000;
            CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count) SELECT i FROM n;
            INSERT INTO assets (id, owner_id, created_at, deleted, etag, document)
            SELECT printf('asset_%026d', i), owner_id, created_at - i, 0, printf('e%d', i),
                json_set(document, '$.id', printf('asset_%026d', i), '$.visibility', 'public', '$.title', printf('Episode %d of series %d, part %d', i, i % 100, i % 7))
            FROM assets JOIN n WHERE id = $id;
            INSERT INTO video_documents (asset_id, owner_id, title, published_at)
            SELECT id, owner_id, json_extract(document, '$.title'), created_at FROM assets WHERE id <> $id;
            """;
        command.Parameters.AddWithValue("$count", Assets);
        command.Parameters.AddWithValue("$id", assetId);
        await command.ExecuteNonQueryAsync(ct);
    }
}
