using StreamPlatform.Local.Host.Messaging;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class ServiceBusTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite, typeof(Functions));

    private LocalServiceBus Bus => _host.Get<LocalServiceBus>();

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_subscription_gets_each_message()
    {
        await Bus.SendAsync("topic", BinaryData.FromString("hello"), sessionId: "s");
        await Eventually.TrueAsync(() => _host.Seen.Count("ordered s hello 1") == 1 && _host.Seen.Count("free hello") == 1, "a subscription missed it");
    }

    [Fact]
    public async Task A_run_is_a_span_below_the_one_that_sent_its_message_and_so_is_the_run_of_what_it_sends()
    {
        using var trace = new RecordedSpans();
        await Bus.SendAsync("topic", BinaryData.FromString("forward"), sessionId: "s");
        await Eventually.TrueAsync(() => trace.Names.Contains("Queued") && trace.Names.Contains("Ordered"), "the spans are missing");

        Assert.Equal(["Free", "Ordered", "Queued"], trace.Names.Order());
        Assert.Equal((trace.Root.SpanId, trace.Root.SpanId, trace["Free"].SpanId), (trace["Ordered"].ParentSpanId, trace["Free"].ParentSpanId, trace["Queued"].ParentSpanId));
        Assert.Equal("pubsub", trace["Free"].GetTagItem("faas.trigger"));
    }

    [Fact]
    public async Task Messages_of_a_session_come_in_order_also_around_failures()
    {
        var failed = 0;
        _host.Seen.React = value =>
        {
            if (value.StartsWith("ordered a 3", StringComparison.Ordinal) && Interlocked.Increment(ref failed) <= 2)
                throw new InvalidOperationException("planned");
        };
        for (var i = 0; i < 10; i++)
        {
            foreach (var session in new[] { "a", "b" })
                await Bus.SendAsync("topic", BinaryData.FromString($"{i}"), session);
        }

        await Eventually.TrueAsync(() => _host.Seen.Values.Count(value => value.StartsWith("ordered", StringComparison.Ordinal)) == 22, "not all have come");
        foreach (var session in new[] { "a", "b" })
        {
            var order = _host.Seen.Values.Where(value => value.StartsWith($"ordered {session} ", StringComparison.Ordinal)).Select(value => value.Split(' ')[2]).Distinct();
            Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), order);
        }

        Assert.Equal(1, _host.Seen.Count("ordered a 3 3"));
    }

    [Fact]
    public async Task A_message_that_fails_ten_times_is_dead_and_lets_its_session_go_on()
    {
        _host.Seen.React = value =>
        {
            if (value.StartsWith("ordered s bad", StringComparison.Ordinal))
                throw new InvalidOperationException("planned");
        };
        await Bus.SendAsync("topic", BinaryData.FromString("bad"), "s");
        await Bus.SendAsync("topic", BinaryData.FromString("good"), "s");
        await Eventually.TrueAsync(() => _host.Seen.Count("ordered s good 1") == 1, "the session is stuck");
        var dead = Assert.Single(await Bus.DeadLettersAsync("topic", "ordered"));
        Assert.Equal(("bad", LocalServiceBus.MaxDeliveries), (dead.Body.ToString(), dead.Deliveries));
        Assert.Equal(1, _host.Seen.Count("ordered s bad 10"));
    }

    [Fact]
    public async Task A_message_id_sent_again_is_dropped()
    {
        await Bus.SendAsync("topic", BinaryData.FromString("first"), "s", "id");
        await Bus.SendAsync("topic", BinaryData.FromString("second"), "s", "id");
        await Bus.SendAsync("topic", BinaryData.FromString("third"), "s", "other");
        await Eventually.TrueAsync(() => _host.Seen.Count("ordered s third 1") == 1, "the third is missing");
        Assert.DoesNotContain("ordered s second 1", _host.Seen.Values);
    }

    [Fact]
    public async Task A_message_locked_by_a_process_that_died_comes_again_and_one_sent_while_it_was_down_is_kept()
    {
        var gate = new TaskCompletionSource();
        _host.Seen.Gate = gate.Task;
        await Bus.SendToQueueAsync("queue", BinaryData.FromString("held"));
        await Eventually.TrueAsync(() => _host.Seen.Count("queue held 1") == 1, "it doesn't come");
        await _host.Host.DisposeAsync();
        _host.Seen.Gate = Task.CompletedTask;
        await _host.StartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("queue held 2") == 1, "it doesn't come again");
    }

    [Fact]
    public async Task What_an_output_sends_reaches_the_queue()
    {
        await Bus.SendAsync("topic", BinaryData.FromString("forward"), "s");
        await Eventually.TrueAsync(() => _host.Seen.Count("queue forwarded 1") == 1, "the output is missing");
    }

    public class Functions(Seen seen)
    {
        [Function("Ordered")]
        public Task Ordered([ServiceBusTrigger("topic", "ordered", IsSessionsEnabled = true)] string body, string sessionId, int deliveryCount) =>
            seen.AddAsync($"ordered {sessionId} {body} {deliveryCount}");

        [Function("Free")]
        [ServiceBusOutput("queue")]
        public async Task<string?> Free([ServiceBusTrigger("topic", "free")] string body)
        {
            await seen.AddAsync($"free {body}");
            return body == "forward" ? "forwarded" : null;
        }

        [Function("Queued")]
        public Task Queued([ServiceBusTrigger("queue")] string body, int deliveryCount, CancellationToken cancellation) =>
            seen.AddAsync($"queue {body} {deliveryCount}", cancellation);
    }
}
