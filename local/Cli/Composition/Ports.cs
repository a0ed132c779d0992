using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>TCP ports of this machine.</summary>
internal static class Ports
{
    public static bool IsTaken(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(endpoint => endpoint.Port == port);

    /// <summary>One that nobody listens on just now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
