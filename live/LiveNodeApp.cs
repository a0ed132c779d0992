using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Live;
using StreamPlatform.Live.Broadcasts;
using StreamPlatform.Live.Origin;
using StreamPlatform.Live.Rtmp;
using StreamPlatform.Media.Live;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Live;

/// <summary>A live node: RTMP in, HLS out, on two ports of one Kestrel.</summary>
internal static class LiveNodeApp
{
    /// <summary>Requests at a time: each viewer holds two or three of them.</summary>
    private const int MostConnections = 10_000;

    /// <param name="addIngest">Registers <see cref="ILiveIngest"/> and what it needs.</param>
    public static WebApplication Create(LiveSettings settings, MediaOptions media, TimeProvider time, Action<WebApplicationBuilder> addIngest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = 0;
            var address = settings.Address ?? IPAddress.Any;
            kestrel.Listen(settings.HttpAddress ?? address, settings.HttpPort);
            kestrel.Listen(address, settings.RtmpPort, port => port.UseConnectionHandler<RtmpConnections>());
        });
        // Two lines a request would be most of the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.DrainSeconds + 20));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.MimeTypes = ["application/vnd.apple.mpegurl"];
            compression.EnableForHttps = true;
        });
        builder.Services
            .AddSingleton(time)
            .AddSingleton(settings)
            .AddSingleton(media)
            .AddSingleton<LiveEncoder>()
            .AddSingleton<OnAir>()
            .AddSingleton<RtmpConnections>()
            .AddSingleton(services => new BroadcastParts(
                services.GetRequiredService<ILiveIngest>(),
                services.GetRequiredService<LiveEncoder>(),
                settings.Ladder,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<Broadcast>>(),
                services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping))
            .AddHostedService<Draining>();
        addIngest(builder);

        var app = builder.Build();
        app.UseResponseCompression();
        app.MapOrigin();
        // Up: the process answers. Ready: it takes another encoder; a full one is well, and its viewers go on.
        app.MapGet("/healthz", () => Results.Ok(new { status = "ok" }));
        app.MapGet("/healthz/ready", (OnAir onAir, Microsoft.Extensions.Hosting.IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested
            ? Results.Json(new { status = "stopping", node = settings.Node, broadcasts = onAir.Running }, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Ok(new { status = onAir.IsFull ? "full" : "ok", node = settings.Node, broadcasts = onAir.Running }));
        LiveMetrics.Watch(() => app.Services.GetRequiredService<OnAir>().Running);
        return app;
    }

    /// <summary>Where the node listens, HTTP first, once it has started.</summary>
    public static (Uri Http, Uri Rtmp) Addresses(this WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        return (addresses[0], new UriBuilder(addresses[1]) { Scheme = "rtmp" }.Uri);
    }
}
