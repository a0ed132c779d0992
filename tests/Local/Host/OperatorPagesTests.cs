using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Host.Messaging;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class OperatorPagesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite) { Compose = composition => composition.ServeOperators("/figures", page => page.Run(context => context.Response.WriteAsync("42"))) };

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("X-Forwarded-For", HttpStatusCode.Unauthorized)]
    [InlineData("Forwarded", HttpStatusCode.Unauthorized)]
    [InlineData("Via", HttpStatusCode.Unauthorized)]
    public async Task Who_asks_from_this_machine_gets_them_unless_a_proxy_asks_for_somebody(string? header, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/figures");
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, "203.0.113.7");

        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_system_key_opens_them_to_who_comes_through_a_proxy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/figures?code={_host.Host.SystemKey}") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal("42", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_hub_that_nobody_reads_has_no_lag_and_one_that_is_read_up_to_its_end_none_either()
    {
        var hub = _host.Get<LocalEventHub>();
        await hub.SendAsync("lagging", "a", [BinaryData.FromString("1"), BinaryData.FromString("2"), BinaryData.FromString("3")]);
        Assert.DoesNotContain(await hub.LagAsync(), lag => lag.Hub == "lagging");

        var partition = LocalEventHub.PartitionOf("a");
        await hub.CheckpointAsync("lagging", "reader", partition, 0);
        var behind = Assert.Single(await hub.LagAsync());
        Assert.Equal(("lagging", "reader", 2), (behind.Hub, behind.Consumer, behind.Events));

        await hub.CheckpointAsync("lagging", "reader", partition, 2);
        Assert.Equal((0, TimeSpan.Zero), (Assert.Single(await hub.LagAsync()) is { } done ? (done.Events, done.OldestAge) : default));
    }
}
