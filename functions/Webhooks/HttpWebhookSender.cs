using System.Net;
using System.Net.Sockets;
using System.Text;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Functions.Webhooks;

/// <summary>
/// Sends by HTTPS. A name is resolved when the connection is made, all its addresses have to be public, and one of these very
/// addresses is connected to, so that no name can be one thing when it is looked at and another when it is used. Redirects,
/// proxies, cookies and answers of any length are not followed, used, kept or read.
/// </summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly bool _private;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public HttpWebhookSender(WebhookOptions options, TimeProvider clock)
        : this(options, clock, Dns.GetHostAddressesAsync, Longest)
    {
    }

    internal HttpWebhookSender(WebhookOptions options, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeSpan longest)
    {
        (_private, _clock, _resolve) = (options.AllowPrivateNetworks, clock, resolve);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = longest,
        };
    }

    public string? Refuse(Uri url) =>
        !_private && url.Scheme != Uri.UriSchemeHttps ? "it must begin with https://."
        : url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp ? "it must begin with https://."
        : url.UserInfo.Length > 0 ? "it must not have a user name or password."
        : url.OriginalString.Length > 2000 ? "it is too long."
        : !_private && IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && !PublicAddresses.IsPublic(address) ? "its address is not on the internet."
        : !_private && (url.IsLoopback || !url.Host.Contains('.', StringComparison.Ordinal) && url.HostNameType == UriHostNameType.Dns) ? "its address is not on the internet."
        : null;

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
            return new DeliveryAttempt(at, null, Elapsed(), e is OperationCanceledException ? FormattableString.Invariant($"There was no answer within {_client.Timeout.TotalSeconds:0.###} s.") : Explain((HttpRequestException)e));
        }

        double Elapsed() => Math.Round(_clock.GetElapsedTime(began).TotalMilliseconds, 1);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Nothing of what a host within our networks says gets out.</summary>
    private static string Explain(HttpRequestException error) => error.InnerException is NotPublicException ? "Its address is not on the internet." : error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "Its name can't be resolved.",
        HttpRequestError.SecureConnectionError => "No secure connection could be made: is its certificate valid?",
        HttpRequestError.ConnectionError => "It can't be connected to.",
        _ => "The connection broke.",
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await _resolve(context.DnsEndPoint.Host, ct);
        if (!_private && addresses.Any(address => !PublicAddresses.IsPublic(address)))
        {
            throw new NotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class NotPublicException : Exception;
}
