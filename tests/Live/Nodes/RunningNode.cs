using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Live;
using StreamPlatform.Live.Broadcasts;
using StreamPlatform.Live.Rtmp;
using StreamPlatform.Media.Live;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Live.Tests.Nodes;

/// <summary>A live node in this process, on ports that are free, and what viewers and encoders need of it.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningNode(WebApplication app)
    {
        _app = app;
        (var http, Rtmp) = app.Addresses();
        Viewer = new HttpClient { BaseAddress = http };
    }

    public static LiveSettings Settings { get; } = new()
    {
        Node = "test",
        Address = IPAddress.Loopback,
        RtmpPort = 0,
        HttpPort = 0,
        Ladder = new LiveLadder([180, 144]),
        DrainSeconds = 0,
        MaxKilobits = 100_000,
    };

    public HttpClient Viewer { get; }

    public Uri Rtmp { get; }

    public RtmpConnections Connections => _app.Services.GetRequiredService<RtmpConnections>();

    public OnAir OnAir => _app.Services.GetRequiredService<OnAir>();

    public static async Task<RunningNode> StartAsync(ILiveIngest ingest, LiveSettings? settings = null, TimeProvider? time = null)
    {
        var app = LiveNodeApp.Create(settings ?? Settings, new MediaOptions(), time ?? TimeProvider.System, builder => builder.Services.AddSingleton(ingest));
        await app.StartAsync();
        return new RunningNode(app);
    }

    /// <summary>As SIGTERM does.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Viewer.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
