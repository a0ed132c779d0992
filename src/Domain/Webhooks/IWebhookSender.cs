namespace StreamPlatform.Domain.Webhooks;

/// <summary>Sends to addresses that strangers chose: never to one within our own networks, without following redirects, in bounded time.</summary>
public interface IWebhookSender
{
    /// <summary>One try. Whatever goes wrong on the way is in the answer.</summary>
    Task<DeliveryAttempt> SendAsync(Uri url, IReadOnlyDictionary<string, string> headers, string payload, CancellationToken ct);

    /// <summary>Why nothing would ever be sent to this URL; null when it may be tried.</summary>
    string? Refuse(Uri url);
}
