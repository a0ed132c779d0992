using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace StreamPlatform.Local.Host.PubSub;

/// <summary>One client: it hears its group, may ping, and may do nothing else.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-web-pubsub/reference-json-webpubsub-subprotocol</remarks>
internal sealed class PubSubConnection(WebSocket socket, string group, bool numbered)
{
    private const int MaxRequestBytes = 16 * 1024, MaxWaiting = 256;

    private readonly Channel<object> _outgoing = Channel.CreateBounded<object>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private ulong _told;

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public string Group => group;

    /// <summary>Queues what the group is told; a client with too many waiting is cut off.</summary>
    public void Tell(JsonElement data)
    {
        // Numbered and queued in one step: several may tell at once.
        lock (_outgoing)
        {
            Send(numbered
                ? new { type = "message", from = "group", group, dataType = "json", data, sequenceId = ++_told }
                : (object)new { type = "message", from = "group", group, dataType = "json", data });
        }
    }

    private void Send(object message)
    {
        if (!_outgoing.Writer.TryWrite(message))
            socket.Abort();
    }

    public async Task RunAsync(string userId, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Send(new { type = "system", @event = "connected", userId, connectionId = Id });
        var sending = SendAsync(over.Token);
        try
        {
            await ReceiveAsync(over.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It has gone.
        }

        await over.CancelAsync();
        await sending;
        if (socket.State is WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private async Task SendAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(ct))
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It has gone.
        }
    }

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var buffer = new byte[MaxRequestBytes];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length)
                {
                    socket.Abort();
                    return;
                }

                part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
                return;
            Answer(buffer.AsSpan(0, length));
        }
    }

    private void Answer(ReadOnlySpan<byte> request)
    {
        var reader = new Utf8JsonReader(request);
        JsonElement message;
        try
        {
            message = JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            socket.Abort();
            return;
        }

        if (message.ValueKind != JsonValueKind.Object)
            return;
        if (message.TryGetProperty("type", out var type) && type.ValueEquals("ping"))
            Send(new { type = "pong" });
        else if (message.TryGetProperty("ackId", out var id) && id.TryGetUInt64(out var ackId))
            Send(new { type = "ack", ackId, success = false, error = new { name = "Forbidden", message = "Clients hear their group and do nothing else." } });
    }
}
