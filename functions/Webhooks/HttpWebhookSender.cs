using System.Net;
using System.Text;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Egress;

namespace StreamPlatform.Functions.Webhooks;

/// <summary>Sends by HTTPS, to where <see cref="EgressGuard"/> lets it. Redirects and answers of any length are not followed or read.</summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly EgressGuard _guard;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public HttpWebhookSender(WebhookOptions options, TimeProvider clock)
        : this(options, clock, null, Longest)
    {
    }

    internal HttpWebhookSender(WebhookOptions options, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve, TimeSpan longest)
    {
        (_guard, _clock) = (new EgressGuard(new EgressRules(options.AllowPrivateNetworks), resolve), clock);
        _client = _guard.CreateClient(longest);
    }

    public string? Refuse(Uri url) => _guard.Refuse(url);

    public async Task<DeliveryAttempt> SendAsync(Uri url, IReadOnlyDictionary<string, string> headers, string payload, CancellationToken ct)
    {
        var (at, began) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        if (Refuse(url) is { } why)
        {
            return new DeliveryAttempt(at, null, 0, $"Nothing can be sent to this URL: {why}");
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(payload, Encoding.UTF8, "application/json") };
            request.Headers.UserAgent.ParseAdd("StreamPlatform-Webhooks/1");
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return new DeliveryAttempt(at, (int)response.StatusCode, Elapsed());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new DeliveryAttempt(at, null, Elapsed(), e is OperationCanceledException ? FormattableString.Invariant($"There was no answer within {_client.Timeout.TotalSeconds:0.###} s.") : EgressGuard.Explain((HttpRequestException)e));
        }

        double Elapsed() => Math.Round(_clock.GetElapsedTime(began).TotalMilliseconds, 1);
    }

    public void Dispose() => _client.Dispose();
}
