using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry;

/// <summary>
/// Events a second from players' requests to durable aggregates: a platform in a process of its own is told by 16 connections, and the clock runs from
/// the first request until the last event is counted. Beside it the same bodies are appended to a file, which is flushed to disk after each. The
/// client takes its share of the same cores.
/// </summary>
internal static class HttpBench
{
    private const int AtOnce = 16, Sessions = 2000, Rounds = 10, Beacons = 10, Events = 10;

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var clip = Path.Combine(folder, "clip.mp4");
            await Measured.RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", clip], null, ct);
            var data = Path.Combine(folder, "data");
            await using var platform = await ServedPlatform.StartAsync(data, ct);
            var (_, playbackId) = await platform.PublishAsync(clip, ct);
            var tokens = await OpenAsync(platform.Client, playbackId, ct);
            var bodies = BodiesOf(tokens);
            await SendAsync(platform.Client, bodies[..(bodies.Count / Rounds)], ct);
            await CountedAsync(data, ct);

            var measured = bodies[(bodies.Count / Rounds)..];
            var events = (double)measured.Count * Beacons * Events;
            var began = Stopwatch.GetTimestamp();
            await SendAsync(platform.Client, measured, ct);
            var answered = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await CountedAsync(data, ct);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var bare = await AppendAsync(Path.Combine(folder, "bodies.json"), measured, ct);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"http: {events} events in {measured.Count} requests of {Beacons * Events} events and {measured[0].Length / 1024} KB; answered in {answered:0.0} s, counted in {seconds:0.0} s"));
            return
            [
                BenchRow.Against("telemetry.http", events / seconds, "events/s", events / bare),
                new BenchRow("telemetry.httpAnswered", events / answered, "events/s", null, null),
                new BenchRow("telemetry.httpBytes", await AllocatedAsync(ct), "B/event", null, null),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(HttpClient client, string playbackId, CancellationToken ct)
    {
        var tokens = new string[Sessions];
        await Parallel.ForAsync(0, Sessions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (session, stop) =>
        {
            using var opened = await client.PostAsJsonAsync($"playback/{playbackId}/sessions", new { visitor = $"visitor-{session:000000000}" }, stop);
            opened.EnsureSuccessStatusCode();
            tokens[session] = (await opened.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("sessionToken").GetString()!;
        });
        return tokens;
    }

    /// <summary>Requests that gateways of many players would make: the next events of ten sessions each.</summary>
    private static List<byte[]> BodiesOf(IReadOnlyList<string> tokens) =>
    [
        .. Enumerable.Range(0, Rounds).SelectMany(round => tokens.Chunk(Beacons).Select(some => JsonSerializer.SerializeToUtf8Bytes(new { beacons = some.Select(token => BeaconOf(token, round)) }))),
    ];

    private static object BeaconOf(string session, int round) => new
    {
        session,
        sentAt = 1_780_000_000_000,
        player = new { name = "stream-player", version = "0.1.0", engine = "hls.js" },
        cdn = "edge.example.com",
        events = Enumerable.Range(1, Events).Select(number => EventOf((round * Events) + number)),
    };

    private static object EventOf(int seq) => new
    {
        seq,
        type = seq switch { 1 => "attempt", 2 => "playing", _ => "heartbeat" },
        at = 1_780_000_000_000 - Events + (seq % Events),
        position = seq / 5.0,
        startupMs = 640,
        totals = new
        {
            watchedMs = seq * 20, stalledMs = 0, stalls = 0, seeks = 0, bitrateMs = seq * 20 * 3200, droppedFrames = 0, rungChanges = 1, downscaledMs = 0, hiddenMs = 0, bytes = seq * 80_000,
            watched = "fffffffffffff000000000000",
        },
    };

    private static Task SendAsync(HttpClient client, IReadOnlyList<byte[]> bodies, CancellationToken ct) => Parallel.ForEachAsync(
        bodies,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (body, stop) =>
        {
            HttpResponseMessage answer;
            do
            {
                answer = await client.PostAsync("telemetry", new ByteArrayContent(body), stop);
            }
            while (answer.StatusCode == HttpStatusCode.ServiceUnavailable);
            answer.EnsureSuccessStatusCode();
            var taken = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
            if (taken.GetProperty("accepted").GetInt32() != Beacons * Events)
                throw new InvalidOperationException($"Not all was taken: {taken}");
        });

    /// <summary>Until the hub has nothing left that isn't counted.</summary>
    private static async Task CountedAsync(string data, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "db", "host.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COALESCE(SUM(next - 1 - COALESCE((SELECT sequence FROM hub_checkpoints c WHERE c.hub=p.hub AND c.partition=p.partition AND consumer=$group), -1)), 0)
            FROM hub_partitions p WHERE hub=$hub
            """;
        command.Parameters.AddWithValue("$hub", TelemetryHub.Name);
        command.Parameters.AddWithValue("$group", TelemetryHub.Aggregates);
        while ((long)(await command.ExecuteScalarAsync(ct))! > 0)
            await Task.Delay(10, ct);
    }

    private static async Task<double> AppendAsync(string path, IReadOnlyList<byte[]> bodies, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
        var began = Stopwatch.GetTimestamp();
        foreach (var body in bodies)
        {
            await file.WriteAsync(body, ct);
            file.Flush(flushToDisk: true);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Bytes that reading, checking and sending on take for each event, without HTTP and the disk.</summary>
    private static async Task<double> AllocatedAsync(CancellationToken ct)
    {
        var tokens = new SessionTokens(new OneKey());
        var claims = new SessionClaims { SessionId = "ses_0123456789abcdefghjkmnpqrs", AssetId = "asset_1", PlaybackId = "play_1", OwnerId = "user_1", StartedAt = TimeProvider.System.GetUtcNow(), Viewer = 1 };
        var body = BodiesOf([.. Enumerable.Repeat(await tokens.IssueAsync(claims, ct), Beacons)])[0];
        var take = new TakeBeacons(tokens, new RateLimits(new RateLimitOptions { PerSession = 0 }, null!, TimeProvider.System), new Written(), TimeProvider.System);
        const int Times = 1000;
        var before = 0L;
        for (var i = -Times; i < Times; i++)
        {
            before = i == 0 ? GC.GetTotalAllocatedBytes(precise: true) : before;
            await take.ExecuteAsync(body, ct);
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Times * Beacons * Events);
    }

    private sealed class OneKey : ISigningKeys
    {
        private readonly IReadOnlyList<SigningKey> _keys = [new("one", RandomNumberGenerator.GetBytes(64), TimeProvider.System.GetUtcNow())];

        public Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => Task.FromResult(_keys);
    }

    /// <summary>Writes records as every stream does, and keeps none.</summary>
    private sealed class Written : ITelemetryStream
    {
        public Task SendAsync(IReadOnlyList<TelemetryRecord> records, CancellationToken ct)
        {
            foreach (var record in records)
                TelemetryRecordWriter.ToBytes(record);
            return Task.CompletedTask;
        }
    }
}
