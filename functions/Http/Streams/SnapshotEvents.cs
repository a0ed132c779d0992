using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http.Streams;

/// <summary>
/// A stream of server-sent events (HTML Living Standard, 9.2), each a full snapshot of something, sent when it is another than
/// before. An event's id is a digest of its snapshot, so that any instance of the platform can tell what a client that
/// reconnects has seen.
/// </summary>
/// <param name="read">The snapshot now; null when there is nothing to tell of any more, which ends the stream.</param>
/// <param name="lastId">Last-Event-ID of the request, or empty.</param>
internal sealed class SnapshotEvents<T>(Func<CancellationToken, Task<T?>> read, TimeProvider clock, string lastId) : IResult
    where T : class
{
    /// <summary>Before the 230 s after which Azure's front end cuts a response.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(220);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private string _lastId = lastId;

    /// <summary>What the events are called.</summary>
    public required string Event { get; init; }

    /// <summary>The time between two looks.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether nothing comes after a snapshot.</summary>
    public Func<T, bool> IsLast { get; init; } = _ => false;

    /// <summary>True when the client has seen the end: 204 tells an EventSource not to come back.</summary>
    public async Task<bool> IsOverAsync(CancellationToken ct) =>
        await read(ct) is { } now && IsLast(now) && IdOf(Json(now)) == _lastId;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var ct = httpContext.RequestAborted;
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync(response, "retry: 1000\n\n", ct);
            await StreamAsync(response, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client has gone.
        }
    }

    private async Task StreamAsync(HttpResponse response, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var wrote = began;
        while (clock.GetElapsedTime(began) < Longest && await read(ct) is { } now)
        {
            var json = Json(now);
            var id = IdOf(json);
            if (id != _lastId)
            {
                await WriteAsync(response, $"id: {id}\nevent: {Event}\ndata: {json}\n\n", ct);
                (_lastId, wrote) = (id, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(wrote) >= Heartbeat)
            {
                await WriteAsync(response, ": still here\n\n", ct);
                wrote = clock.GetTimestamp();
            }

            if (IsLast(now))
            {
                return;
            }

            await Task.Delay(Look, clock, ct);
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken ct)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await response.Body.FlushAsync(ct);
    }

    private static string Json(T snapshot) => JsonSerializer.Serialize(snapshot, DomainJson.Options);

    /// <summary>A number, as the API promises: the first 48 bits of the snapshot's SHA-256.</summary>
    private static string IdOf(string json)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        var number = hash.AsSpan(0, 6).ToArray().Aggregate(0L, (sum, digit) => (sum << 8) | digit);
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
