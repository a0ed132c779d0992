using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Webhooks;

namespace StreamPlatform.Functions.Tests.Webhooks;

/// <summary>The sender against a server of its own, and against addresses that it must not reach.</summary>
public sealed class HttpWebhookSenderTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Headers = new() { ["webhook-id"] = "msg_1", ["webhook-signature"] = "v1,a v1,b" };

    private readonly List<(string Path, string Id, string Signature, string Body)> _received = [];
    private WebApplication _server = null!;
    private Uri _address = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _received.Add((context.Request.Path, context.Request.Headers["webhook-id"].ToString(), context.Request.Headers["webhook-signature"].ToString(), await reader.ReadToEndAsync()));
            if (context.Request.Path == "/moved")
            {
                context.Response.Redirect("/secret");
                return;
            }

            if (context.Request.Path == "/endless")
            {
                while (!context.RequestAborted.IsCancellationRequested)
                    await context.Response.Body.WriteAsync(new byte[65536]);
            }
        });
        await _server.StartAsync();
        _address = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_sent_arrives_as_it_is()
    {
        var attempt = await Sender(open: true).SendAsync(new Uri(_address, "/hook"), Headers, """{"a":"ü"}""", default);

        Assert.Equal((200, null), (attempt.Status, attempt.Error));
        Assert.Equal([("/hook", "msg_1", "v1,a v1,b", """{"a":"ü"}""")], _received);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_an_endless_answer_is_not_read()
    {
        Assert.Equal(302, (await Sender(open: true).SendAsync(new Uri(_address, "/moved"), Headers, "{}", default)).Status);
        Assert.Equal(200, (await Sender(open: true).SendAsync(new Uri(_address, "/endless"), Headers, "{}", default)).Status);
        Assert.DoesNotContain(_received, received => received.Path == "/secret");
    }

    [Fact]
    public async Task One_that_is_not_there_is_told_in_a_sentence()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var attempt = await Sender(open: true).SendAsync(new Uri($"http://127.0.0.1:{port}/"), Headers, "{}", default);

        Assert.Equal((null, "It can't be connected to."), (attempt.Status, attempt.Error));
    }

    [Fact]
    public async Task A_name_that_leads_within_is_not_connected_to()
    {
        // A name is looked at when it is connected to: this one is in every hosts file, and looks like any other to who reads it.
        var attempt = await Sender(open: false).SendAsync(new Uri($"https://localhost.localdomain:{_address.Port}/"), Headers, "{}", default);

        Assert.Null(attempt.Status);
        Assert.Contains(attempt.Error, new[] { "Its address is not on the internet.", "Its name can't be resolved." });
        Assert.Empty(_received);
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("https://user:secret@example.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://localhost/")]
    [InlineData("https://intranet/")]
    public async Task What_can_be_seen_to_lead_within_is_refused_and_never_tried(string url)
    {
        var sender = Sender(open: false);
        Assert.NotNull(sender.Refuse(new Uri(url)));
        Assert.Null((await sender.SendAsync(new Uri(url), Headers, "{}", default)).Status);
    }

    [Fact]
    public void What_is_on_the_internet_may_be_tried() => Assert.Null(Sender(open: false).Refuse(new Uri("https://example.com:8443/hook?x=1")));

    private static HttpWebhookSender Sender(bool open) => new(new WebhookOptions { AllowPrivateNetworks = open }, TimeProvider.System);
}
