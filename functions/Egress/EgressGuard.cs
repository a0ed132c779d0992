using System.Net;
using System.Net.Sockets;

namespace StreamPlatform.Functions.Egress;

/// <summary>
/// The one way to addresses that strangers chose. A name is resolved when the connection is made, all its addresses have to be
/// public, and one of these very addresses is connected to, so that no name can be one thing when it is looked at and another
/// when it is used. No redirect is followed here: whoever follows one looks at its address first. Proxies and cookies are not used.
/// </summary>
/// <param name="resolve">DNS when null.</param>
/// <param name="dial">TCP when null; gets addresses that may be connected to.</param>
internal sealed class EgressGuard(
    EgressRules rules, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Func<IPAddress[], int, CancellationToken, ValueTask<Stream>>? dial = null)
{
    private const int MaxLength = 2000;

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;
    private readonly Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> _dial = dial ?? DialAsync;

    /// <summary>Why this URL is never asked, as the end of a sentence; null when it may be tried.</summary>
    public string? Refuse(Uri url) =>
        url.Scheme != Uri.UriSchemeHttps && (url.Scheme != Uri.UriSchemeHttp || !(rules.AllowCleartext || rules.AllowPrivateNetworks))
            ? rules.AllowCleartext ? "it must begin with https:// or http://." : "it must begin with https://."
        : url.UserInfo.Length > 0 ? "it must not have a user name or password."
        : url.OriginalString.Length > MaxLength ? "it is too long."
        : !rules.AllowPrivateNetworks && IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && !PublicAddresses.IsPublic(address) ? "its address is not on the internet."
        : !rules.AllowPrivateNetworks && (url.IsLoopback || !url.Host.Contains('.', StringComparison.Ordinal) && url.HostNameType == UriHostNameType.Dns) ? "its address is not on the internet."
        : !rules.AllowPrivateNetworks && rules.Ports?.Contains(url.Port) == false ? $"its port must be one of {string.Join(", ", rules.Ports)}."
        : null;

    public HttpClient CreateClient(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 16,
        ConnectCallback = ConnectAsync,
    })
    {
        Timeout = timeout,
    };

    /// <summary>Why there was no answer. Nothing of what a host within our networks says gets out.</summary>
    public static string Explain(HttpRequestException error) => error.InnerException is NotPublicException ? "Its address is not on the internet." : error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "Its name can't be resolved.",
        HttpRequestError.SecureConnectionError => "No secure connection could be made: is its certificate valid?",
        HttpRequestError.ConnectionError => "It can't be connected to.",
        _ => "The connection broke.",
    };

    /// <summary>Whether the name led within: trying again helps nobody.</summary>
    public static bool IsNotPublic(HttpRequestException error) => error.InnerException is NotPublicException;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await _resolve(context.DnsEndPoint.Host, ct);
        if (!rules.AllowPrivateNetworks && addresses.Any(address => !PublicAddresses.IsPublic(address)))
        {
            throw new NotPublicException();
        }

        return await _dial(addresses, context.DnsEndPoint.Port, ct);
    }

    private static async ValueTask<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
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
