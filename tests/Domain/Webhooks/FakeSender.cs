using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Domain.Tests.Webhooks;

/// <summary>Answers as it is told, and keeps what was sent.</summary>
internal sealed class FakeSender(TimeProvider clock) : IWebhookSender
{
    private readonly Lock _turn = new();

    public List<(Uri Url, IReadOnlyDictionary<string, string> Headers, string Payload)> Sent { get; } = [];

    /// <summary>Status of each try by its number from 1; null for no answer.</summary>
    public Func<int, int?> Answer { get; set; } = _ => 200;

    /// <summary>What happens while a message is on its way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async Task<DeliveryAttempt> SendAsync(Uri url, IReadOnlyDictionary<string, string> headers, string payload, CancellationToken ct)
    {
        await Meanwhile();
        lock (_turn)
        {
            Sent.Add((url, headers, payload));
            return new DeliveryAttempt(clock.GetUtcNow(), Answer(Sent.Count), 1, Answer(Sent.Count) is null ? "Nobody is there." : null);
        }
    }

    public string? Refuse(Uri url) => url.Scheme == Uri.UriSchemeHttps ? null : "it must begin with https://.";
}
