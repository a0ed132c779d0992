using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Http.Limits;

/// <summary>Whom a request comes from, as limits count it: an IPv4 address or, since a household or a rented server has that many, an IPv6 /64.</summary>
internal static class ClientAddress
{
    private const int KeptBytes = 8;

    /// <param name="trustProxy">What the proxy in front says is believed: without one anybody could write it.</param>
    /// <returns>Null of this machine itself, and when it can't be told.</returns>
    public static string? Of(HttpContext http, bool trustProxy)
    {
        var address = WholeOf(http, trustProxy);
        return address is null || IPAddress.IsLoopback(address) ? null
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, KeptBytes))
            : address.ToString();
    }

    /// <summary>All of it, of this machine too; null when it can't be told.</summary>
    /// <inheritdoc cref="Of"/>
    public static IPAddress? WholeOf(HttpContext http, bool trustProxy)
    {
        var address = trustProxy ? Told(http.Request.Headers) : http.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }

    /// <summary>What Front Door says, else the last of the list, which the proxy itself has added: what is before it the client may have written.</summary>
    private static IPAddress? Told(IHeaderDictionary headers)
    {
        var told = headers["X-Azure-ClientIP"].ToString();
        if (told.Length == 0)
        {
            var list = headers["X-Forwarded-For"].ToString();
            told = list[(list.LastIndexOf(',') + 1)..].Trim();
        }

        return IPAddress.TryParse(told, out var plain) ? plain
            : IPEndPoint.TryParse(told, out var withPort) ? withPort.Address
            : null;
    }
}
