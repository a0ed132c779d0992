using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using StreamPlatform.Local.Host.PubSub;

namespace StreamPlatform.Local.Tests.Host;

/// <summary>WebSockets like Web PubSub's.</summary>
[Collection(AzuriteGroup.Name)]
public sealed class PubSubTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite);

    private LocalPubSub PubSub => _host.Get<LocalPubSub>();

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_client_hears_its_group_and_no_other()
    {
        using var socket = await ConnectAsync("a");
        using var twin = await ConnectAsync("a");
        using var other = await ConnectAsync("b");
        var connected = await Task.WhenAll(ReadAsync(socket), ReadAsync(twin), ReadAsync(other));
        Assert.All(connected, message => Assert.Equal("system connected user", $"{message.GetProperty("type")} {message.GetProperty("event")} {message.GetProperty("userId")}"));

        PubSub.Send("a", JsonSerializer.SerializeToElement(new { n = 1 }));
        PubSub.Send("b", JsonSerializer.SerializeToElement(new { n = 2 }));
        PubSub.Send("nobody", JsonSerializer.SerializeToElement(new { n = 3 }));

        foreach (var (client, group, n) in new[] { (socket, "a", 1), (twin, "a", 1), (other, "b", 2) })
        {
            var message = await ReadAsync(client);
            Assert.Equal($"message group {group} json {n}", $"{message.GetProperty("type")} {message.GetProperty("from")} {message.GetProperty("group")} {message.GetProperty("dataType")} {message.GetProperty("data").GetProperty("n")}");
        }
    }

    [Fact]
    public async Task To_who_asks_for_the_reliable_protocol_messages_are_numbered()
    {
        using var socket = await ConnectAsync("a", LocalPubSub.ReliableSubprotocol);
        Assert.False((await ReadAsync(socket)).TryGetProperty("reconnectionToken", out _));
        for (var n = 1UL; n <= 3; n++)
        {
            PubSub.Send("a", JsonSerializer.SerializeToElement(n));
            Assert.Equal(n, (await ReadAsync(socket)).GetProperty("sequenceId").GetUInt64());
            await WriteAsync(socket, $$"""{"type":"sequenceAck","sequenceId":{{n}}}""");
        }
    }

    [Fact]
    public async Task A_client_may_ping_and_may_neither_join_nor_send()
    {
        using var socket = await ConnectAsync("a");
        await ReadAsync(socket);

        await WriteAsync(socket, """{"type":"ping"}""");
        Assert.Equal("pong", (await ReadAsync(socket)).GetProperty("type").GetString());
        foreach (var request in new[] { """{"type":"joinGroup","group":"b","ackId":7}""", """{"type":"sendToGroup","group":"a","ackId":7,"dataType":"json","data":1}""" })
        {
            await WriteAsync(socket, request);
            var ack = await ReadAsync(socket);
            Assert.Equal("ack 7 False Forbidden", $"{ack.GetProperty("type")} {ack.GetProperty("ackId")} {ack.GetProperty("success")} {ack.GetProperty("error").GetProperty("name")}");
        }
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{\"type\":")]
    public async Task What_is_no_message_ends_the_connection(string text)
    {
        using var socket = await ConnectAsync("a");
        await ReadAsync(socket);
        await WriteAsync(socket, text);
        await Assert.ThrowsAnyAsync<WebSocketException>(() => ReadAsync(socket));
    }

    [Fact]
    public async Task So_does_one_that_is_too_large()
    {
        using var socket = await ConnectAsync("a");
        await ReadAsync(socket);
        await WriteAsync(socket, $$"""{"type":"{{new string('x', 20_000)}}"}""");
        await Assert.ThrowsAnyAsync<WebSocketException>(() => ReadAsync(socket));
    }

    [Fact]
    public async Task Without_a_token_that_holds_or_the_protocol_nobody_connects()
    {
        var token = PubSub.Admit("user", "a", TimeSpan.FromMinutes(1));
        Assert.Equal(401, await RefusedAsync("wrong", LocalPubSub.Subprotocol));
        Assert.Equal(401, await RefusedAsync(PubSub.Admit("user", "a", TimeSpan.Zero), LocalPubSub.Subprotocol));
        Assert.Equal(400, await RefusedAsync(token, "other"));
        using var answer = await _host.Client.GetAsync($"{LocalPubSub.Path}hub?access_token={token}");
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_client_that_closes_is_let_go_in_order()
    {
        using var socket = await ConnectAsync("a");
        await ReadAsync(socket);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        Assert.Equal(WebSocketState.Closed, socket.State);
        PubSub.Send("a", JsonSerializer.SerializeToElement(1));
    }

    private async Task<ClientWebSocket> ConnectAsync(string group, string protocol = LocalPubSub.Subprotocol)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(protocol);
        await socket.ConnectAsync(UrlOf(PubSub.Admit("user", group, TimeSpan.FromMinutes(1))), default);
        return socket;
    }

    private async Task<int> RefusedAsync(string token, string protocol)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol(protocol);
        await Assert.ThrowsAnyAsync<WebSocketException>(() => socket.ConnectAsync(UrlOf(token), default));
        return (int)socket.HttpStatusCode;
    }

    private Uri UrlOf(string token) => new UriBuilder(_host.Host.Runtime.LocalUrl) { Scheme = "ws", Path = LocalPubSub.Path + "hub", Query = $"access_token={token}" }.Uri;

    private static Task WriteAsync(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    private static async Task<JsonElement> ReadAsync(ClientWebSocket socket)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var part = await socket.ReceiveAsync(buffer, late.Token);
        return part.MessageType == WebSocketMessageType.Text ? JsonDocument.Parse(buffer.AsMemory(0, part.Count)).RootElement : throw new WebSocketException("closed");
    }
}
