using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Bench.Api;

/// <summary>An endpoint of Kestrel's that answers nothing, in a process of its own.</summary>
internal sealed class EmptyEndpoint : IAsyncDisposable
{
    /// <summary>The argument with which this program is such a process.</summary>
    public const string Argument = "--empty-endpoint";

    private readonly Process _process;

    private EmptyEndpoint(Process process, Uri url) => (_process, Client) = (process, new HttpClient { BaseAddress = url });

    public HttpClient Client { get; }

    public static async Task<EmptyEndpoint> StartAsync(CancellationToken ct)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(EmptyEndpoint).Assembly.Location, Argument]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        return new EmptyEndpoint(process, new Uri((await process.StandardOutput.ReadLineAsync(ct))!));
    }

    /// <summary>Serves until standard input ends.</summary>
    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/", () => { });
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
