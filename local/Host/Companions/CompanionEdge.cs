using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Host.Http;
using Yarp.ReverseProxy.Forwarder;

namespace StreamPlatform.Local.Host.Companions;

/// <summary>The public way to a companion: its paths go to it as they are, answers come back as they are.</summary>
internal sealed class CompanionEdge(Companion companion, IHttpForwarder forwarder) : IDisposable
{
    /// <summary>Longer than anybody lets a request wait for what is not there yet.</summary>
    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(60) };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    public void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments($"/api/{companion.Settings.NeededBy}"))
                companion.Need();
            return next(context);
        });
        app.MapMethods($"/{companion.Settings.PathPrefix}/{{**path}}", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options], ForwardAsync);
    }

    public void Dispose() => _client.Dispose();

    private async Task ForwardAsync(HttpContext context)
    {
        if (companion.Address is not { } address)
        {
            context.Response.Headers.RetryAfter = "1";
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "live.node_away", "The live node is not running right now. Try again in a moment.");
            return;
        }

        await forwarder.SendAsync(context, address.AbsoluteUri, _client, Forwarding, HttpTransformer.Default);
    }
}
