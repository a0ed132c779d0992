using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Local.Host.PubSub;

/// <summary>
/// Publish and subscribe over WebSockets like Web PubSub's, in its JSON protocols: a client connects
/// with a token that names its user and the group it hears. Nothing is kept, and a restart forgets the tokens as it breaks
/// the connections: clients ask for another.
/// </summary>
public sealed class LocalPubSub(TimeProvider time)
{
    public const string Subprotocol = "json.webpubsub.azure.v1";

    /// <summary>
    /// What client libraries ask for first. Its messages are numbered; what was missed is not sent again, and no connection is
    /// offered to be recovered, so that clients connect anew.
    /// </summary>
    public const string ReliableSubprotocol = "json.reliable.webpubsub.azure.v1";

    /// <summary>Below the public URL; a hub's name follows.</summary>
    public const string Path = "/client/hubs/";

    private const int MaxConnections = 1000, MaxTickets = 10_000;

    private readonly ConcurrentDictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PubSubConnection> _connections = new(StringComparer.Ordinal);

    /// <summary>A token with which clients connect until it expires.</summary>
    public string Admit(string userId, string group, TimeSpan lifetime)
    {
        foreach (var (old, ticket) in _tickets)
        {
            if (ticket.ExpiresAt <= time.GetUtcNow() || _tickets.Count >= MaxTickets)
                _tickets.TryRemove(old, out _);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _tickets[token] = new Ticket(userId, group, time.GetUtcNow() + lifetime);
        return token;
    }

    /// <summary>Sends to all who hear the group now. One that doesn't keep up is cut off: it connects again and reads.</summary>
    /// <param name="data">JSON.</param>
    public void Send(string group, JsonElement data)
    {
        foreach (var connection in _connections.Values.Where(connection => connection.Group == group))
            connection.Tell(data);
    }

    internal void Map(WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        app.Map(Path + "{hub}", ServeAsync);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var protocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(offered => offered is Subprotocol or ReliableSubprotocol);
        if (!context.WebSockets.IsWebSocketRequest || protocol is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!_tickets.TryGetValue(context.Request.Query["access_token"].ToString(), out var ticket) || ticket.ExpiresAt <= time.GetUtcNow())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (_connections.Count >= MaxConnections)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        var connection = new PubSubConnection(socket, ticket.Group, numbered: protocol == ReliableSubprotocol);
        _connections[connection.Id] = connection;
        try
        {
            await connection.RunAsync(ticket.UserId, context.RequestAborted);
        }
        finally
        {
            _connections.TryRemove(connection.Id, out _);
        }
    }

    private sealed record Ticket(string UserId, string Group, DateTimeOffset ExpiresAt);
}
