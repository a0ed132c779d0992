namespace StreamPlatform.Domain.Broadcasts;

/// <summary>
/// Tells clients that are connected right now by WebSocket, in the protocol <c>json.webpubsub.azure.v1</c>. Nothing is kept:
/// what matters is stored first and told then, and who was not connected reads it.
/// </summary>
public interface IBroadcasts
{
    /// <summary>Lets a client connect and hear one group.</summary>
    /// <param name="lifetime">How long it may take to connect, and to connect again.</param>
    Task<Listening> OpenAsync(string userId, string group, TimeSpan lifetime, CancellationToken ct);

    /// <summary>Tells all who hear the group; nobody may.</summary>
    Task TellAsync(string group, object news, CancellationToken ct);
}

/// <summary>Where to connect, by <c>wss</c> or <c>ws</c>; whoever has the URL hears the group.</summary>
public sealed record Listening(Uri Url, DateTimeOffset ExpiresAt);
