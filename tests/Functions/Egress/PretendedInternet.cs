using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Functions.Egress;

namespace StreamPlatform.Functions.Tests.Egress;

/// <summary>An internet of one server, which answers under every public address; names lead where they are told to, and every connection is noted.</summary>
internal sealed class PretendedInternet : IAsyncDisposable
{
    public static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    private readonly WebApplication _server;

    private PretendedInternet(WebApplication server) => _server = server;

    /// <summary>What each name leads to; public when it is not here.</summary>
    public ConcurrentDictionary<string, IPAddress[]> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What every name leads to that is not in <see cref="Names"/>.</summary>
    public IPAddress[] Others { get; set; } = [Public];

    public ConcurrentQueue<IPAddress> Dialled { get; } = new();

    public static async Task<PretendedInternet> OpenAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8);
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return new PretendedInternet(server);
    }

    public EgressGuard Guard(EgressRules rules) => new(rules, ResolveAsync, DialAsync);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct) =>
        Task.FromResult(Names.TryGetValue(name, out var known) ? known : IPAddress.TryParse(name.Trim('[', ']'), out var literal) ? [literal] : Others);

    private async ValueTask<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken ct)
    {
        Dialled.Enqueue(addresses[0]);
        var server = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
