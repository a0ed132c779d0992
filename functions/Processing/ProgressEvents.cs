using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// A stream of server-sent events (HTML Living Standard, 9.2), each a full snapshot. An event's id is a digest of its
/// snapshot, so that any instance of the platform can tell what a client that reconnects has seen.
/// </summary>
/// <param name="read">The snapshot now; null when the asset is gone.</param>
/// <param name="lastId">Last-Event-ID of the request, or empty.</param>
internal sealed class ProgressEvents(
    Func<CancellationToken, Task<AssetProgress?>> read, TimeProvider clock, string lastId) : IResult
{
    /// <summary>Before the 230 s after which Azure's front end cuts a response.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(220);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private string _lastId = lastId;

    /// <summary>True when the client has seen the end: 204 tells an EventSource not to come back.</summary>
    public async Task<bool> IsOverAsync(CancellationToken ct) =>
        await read(ct) is { } now && IsTerminal(now) && IdOf(Json(now)) == _lastId;

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
                await WriteAsync(response, $"id: {id}\nevent: progress\ndata: {json}\n\n", ct);
                (_lastId, wrote) = (id, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(wrote) >= Heartbeat)
            {
                await WriteAsync(response, ": still here\n\n", ct);
                wrote = clock.GetTimestamp();
            }

            if (IsTerminal(now))
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

    private static bool IsTerminal(AssetProgress progress) =>
        progress.Status is AssetState.Ready or AssetState.Failed or AssetState.Cancelled or AssetState.Deleted;

    private static string Json(AssetProgress progress) => JsonSerializer.Serialize(progress, DomainJson.Options);

    /// <summary>A number, as the API promises: the first 48 bits of the snapshot's SHA-256.</summary>
    private static string IdOf(string json)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        var number = hash.AsSpan(0, 6).ToArray().Aggregate(0L, (sum, digit) => (sum << 8) | digit);
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
