using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Storage;

namespace StreamPlatform.Local.Host.Edge;

/// <summary>
/// Keeps a line of each media request that was answered, in the form and the place of Azure Front Door's access log, but without addresses and user
/// agents. They are a second opinion on what players tell, so they are written once a minute, and those of the last one may be lost.
/// </summary>
internal sealed class DeliveryLines(StorageAccounts accounts, TimeProvider time, ILogger<DeliveryLines> logger) : BackgroundService
{
    public const string Container = "insights-logs-frontdooraccesslog";

    private const string Cmcd = "CMCD";

    private const int MaxCmcd = 2048;

    /// <summary>Lines that wait; beyond it they are dropped.</summary>
    private const int MostWaiting = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<(DateTimeOffset At, byte[] Line)> _waiting = [];
    private int _written;

    /// <summary>A request was answered.</summary>
    public void Add(HttpRequest request, int status, long bytes)
    {
        if (_waiting.Count >= MostWaiting)
            return;
        var now = time.GetUtcNow();
        var line = new
        {
            time = now,
            category = "FrontDoorAccessLog",
            properties = new
            {
                httpMethod = request.Method,
                requestUri = AddressOf(request),
                responseBytes = bytes.ToString(CultureInfo.InvariantCulture),
                httpStatusCode = status.ToString(CultureInfo.InvariantCulture),
            },
        };
        _waiting.Enqueue((now, JsonSerializer.SerializeToUtf8Bytes(line)));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <summary>Writes what waits.</summary>
    internal async Task WriteAsync(CancellationToken ct)
    {
        if (_waiting.IsEmpty)
            return;
        var lines = new List<(DateTimeOffset At, byte[] Line)>();
        while (_waiting.TryDequeue(out var line))
            lines.Add(line);
        try
        {
            var container = accounts.Blobs(StorageAccounts.DefaultConnection).GetBlobContainerClient(Container);
            await container.CreateIfNotExistsAsync(cancellationToken: ct);
            foreach (var hour in lines.GroupBy(line => line.At.UtcDateTime.ToString("'y='yyyy'/m='MM'/d='dd'/h='HH", CultureInfo.InvariantCulture)))
            {
                var blob = container.GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"resourceId=/LOCAL/{hour.Key}/m=00/{time.GetUtcNow().ToUnixTimeMilliseconds()}-{_written++}.json"));
                await blob.UploadAsync(BinaryData.FromBytes(hour.SelectMany(line => line.Line.Append((byte)'\n')).ToArray()), overwrite: true, ct);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            logger.DeliveryLinesLost(lines.Count, e.Message);
        }
    }

    /// <summary>With what the player says of itself, and without the signature.</summary>
    private static string AddressOf(HttpRequest request) => UriHelper.BuildAbsolute(
        request.Scheme, request.Host, request.PathBase, request.Path, request.Query[Cmcd] is [{ Length: > 0 and < MaxCmcd } said] ? QueryString.Create(Cmcd, said) : default);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // StopAsync writes the rest.
        }
    }
}
