using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Players that tell of what they play as fast as they are answered, and again what nobody answered: as players do.</summary>
internal sealed class Viewers(Platform platform, string playbackId)
{
    public const int AtOnce = 8;

    private const int BeaconsOfASession = 30, EventsOfABeacon = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private int _retries;

    /// <summary>Every event that the platform said it has: session and number.</summary>
    public ConcurrentDictionary<(string Session, int Seq), byte> Acknowledged { get; } = new();

    /// <summary>How often something was told again because nobody answered.</summary>
    public int Retries => _retries;

    public Task WatchAsync(CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WatchOnAsync(ct)));

    private async Task WatchOnAsync(CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = platform.Url, Timeout = TimeSpan.FromSeconds(10) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        while (!ct.IsCancellationRequested)
        {
            if (await PostAsync(client, $"/api/playback/{playbackId}/sessions", new { visitor = Guid.NewGuid().ToString("N") }, ct) is not { } opened)
                return;
            var (session, token) = (opened.GetProperty("sessionId").GetString()!, opened.GetProperty("sessionToken").GetString()!);
            var started = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            for (var beacon = 0; beacon < BeaconsOfASession && !ct.IsCancellationRequested; beacon++)
                await TellAsync(client, session, token, started, beacon, ct);
        }
    }

    private async Task TellAsync(HttpClient client, string session, string token, long started, int beacon, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var seqs = Enumerable.Range((beacon * EventsOfABeacon) + 1, EventsOfABeacon).ToList();
        var body = new
        {
            beacons = new[]
            {
                new
                {
                    session = token, sentAt = now, player = new { name = "drill", version = "1", engine = "other" }, cdn = "edge.example",
                    events = seqs.Select(seq => new
                    {
                        seq, type = seq switch { 1 => "attempt", 2 => "playing", _ when seq % 7 == 0 => "stall", _ => "heartbeat" }, at = now, position = seq * 0.1, startupMs = 200 + (seq % 50), durationMs = 40,
                        totals = new { watchedMs = now - started, stalledMs = 40 * (seq / 7), stalls = seq / 7, bitrateMs = (now - started) * 900, bytes = seq * 1000L, watched = new string('f', Math.Min(25, seq / 6)).PadRight(25, '0') },
                    }),
                },
            },
        };
        if (await PostAsync(client, "/api/telemetry", body, ct) is not { } answer)
            return;
        Assert.Equal((EventsOfABeacon, 0), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetArrayLength()));
        foreach (var seq in seqs)
            Acknowledged.TryAdd((session, seq), 0);
        await Task.Delay(Pause, CancellationToken.None);
    }

    /// <summary>The answer, however often it takes; null when it is over.</summary>
    private async Task<JsonElement?> PostAsync(HttpClient client, string path, object body, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var response = await client.PostAsJsonAsync(path, body, CancellationToken.None);
                if (response.IsSuccessStatusCode)
                    return await response.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
                Assert.True((int)response.StatusCode >= 500, $"{path}: {response.StatusCode}");
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
            {
                // Nobody is there, or went away.
            }

            Interlocked.Increment(ref _retries);
            await Task.Delay(50, CancellationToken.None);
        }

        return null;
    }
}
