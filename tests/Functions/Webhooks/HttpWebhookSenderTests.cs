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
using StreamPlatform.Functions.Tests.Egress;
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

            if (context.Request.Path == "/hangs")
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            if (context.Request.Path == "/slow")
                await Task.Delay(TimeSpan.FromSeconds(0.5));
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
    public async Task One_that_hangs_is_given_up_and_one_that_is_slow_is_not()
    {
        var attempt = await Sender(open: true, longest: TimeSpan.FromSeconds(0.3)).SendAsync(new Uri(_address, "/hangs"), Headers, "{}", default);
        Assert.Equal((null, "There was no answer within 0.3 s."), (attempt.Status, attempt.Error));
        Assert.Equal(200, (await Sender(open: true).SendAsync(new Uri(_address, "/slow"), Headers, "{}", default)).Status);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("93.184.215.14", "10.0.0.1")]
    [InlineData("2606:4700:4700::1111", "::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_name_with_an_address_within_is_not_connected_to(params string[] addresses)
    {
        var attempt = await Sender(open: false, resolve: addresses).SendAsync(new Uri($"https://innocent.example:{_address.Port}/"), Headers, "{}", default);

        Assert.Equal((null, "Its address is not on the internet."), (attempt.Status, attempt.Error));
        Assert.Empty(_received);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_is_looked_up_once_for_a_connection_and_anew_for_the_next()
    {
        var lookups = 0;
        using var sender = new HttpWebhookSender(
            new WebhookOptions(), TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([++lookups == 1 ? IPAddress.Parse("93.184.215.14") : IPAddress.Loopback]), TimeSpan.FromSeconds(1));
        var rebinding = new Uri($"https://rebinding.example:{_address.Port}/");

        Assert.Null((await sender.SendAsync(rebinding, Headers, "{}", default)).Status);
        Assert.Equal(1, lookups);
        Assert.Equal("Its address is not on the internet.", (await sender.SendAsync(rebinding, Headers, "{}", default)).Error);
        Assert.Equal(2, lookups);
        Assert.Empty(_received);
    }

    [SkippableTheory]
    [MemberData(nameof(TrickyUrls.All), MemberType = typeof(TrickyUrls))]
    public async Task No_way_of_writing_it_leads_within(string url)
    {
        Skip.IfNot(Uri.TryCreate(url, UriKind.Absolute, out var uri), "It is no URL at all.");

        var attempt = await Sender(open: false, resolve: ["127.0.0.1"]).SendAsync(uri, Headers, "{}", default);

        Assert.Null(attempt.Status);
        Assert.NotNull(attempt.Error);
        Assert.Empty(_received);
    }

    [Fact]
    public void What_is_on_the_internet_may_be_tried() => Assert.Null(Sender(open: false).Refuse(new Uri("https://example.com:8443/hook?x=1")));

    private static HttpWebhookSender Sender(bool open, string[]? resolve = null, TimeSpan? longest = null) => new(
        new WebhookOptions { AllowPrivateNetworks = open },
        TimeProvider.System,
        (name, ct) => resolve is null ? Dns.GetHostAddressesAsync(name, ct) : Task.FromResult<IPAddress[]>([.. resolve.Select(IPAddress.Parse)]),
        longest ?? TimeSpan.FromSeconds(10));
}
