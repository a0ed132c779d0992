using StreamPlatform.Local.Host.Messaging;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class EventHubTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite, typeof(Functions));

    private LocalEventHub Hub => _host.Get<LocalEventHub>();

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Events_of_a_key_come_in_order_to_every_consumer_group()
    {
        for (var i = 0; i < 50; i++)
            await SendAsync("key", $"{i}");
        await Eventually.TrueAsync(() => _host.Seen.Values.Count == 100, "not all have come");
        foreach (var group in new[] { "batch", "single" })
            Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{group} {i}"), _host.Seen.Values.Where(value => value.StartsWith(group, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_checkpoint_holds_across_a_restart()
    {
        await SendAsync("key", "before");
        await Eventually.TrueAsync(() => _host.Seen.Values.Count == 2, "it hasn't come");
        await _host.RestartAsync();
        await SendAsync("key", "after");
        await Eventually.TrueAsync(() => _host.Seen.Values.Count >= 4, "the next hasn't come");
        Assert.Equal(1, _host.Seen.Count("batch before"));
        Assert.Equal(1, _host.Seen.Count("single before"));
    }

    [Fact]
    public async Task Events_whose_run_was_cut_short_come_again()
    {
        _host.Seen.Gate = new TaskCompletionSource().Task;
        await SendAsync("key", "held");
        await Eventually.TrueAsync(() => _host.Seen.Values.Count == 2, "it hasn't come");
        await _host.Host.DisposeAsync();
        _host.Seen.Gate = Task.CompletedTask;
        await _host.StartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("batch held") == 2 && _host.Seen.Count("single held") == 2, "it doesn't come again");
    }

    [Fact]
    public async Task A_failing_event_is_retried_as_the_function_asks_and_then_skipped()
    {
        _host.Seen.React = value =>
        {
            if (value.EndsWith("bad", StringComparison.Ordinal))
                throw new InvalidOperationException("planned");
        };
        await SendAsync("key", "bad");
        await SendAsync("key", "good");
        await Eventually.TrueAsync(() => _host.Seen.Count("single good") == 1, "the partition is stuck");
        Assert.Equal(3, _host.Seen.Count("single bad"));
    }

    [Fact]
    public void A_key_always_has_the_same_partition() => Assert.Equal(LocalEventHub.PartitionOf("session"), LocalEventHub.PartitionOf("session"));

    private Task SendAsync(string key, string body) => Hub.SendAsync("telemetry", key, [BinaryData.FromString(body)]);

    public class Functions(Seen seen)
    {
        [Function("Batch")]
        public async Task Batch([EventHubTrigger("telemetry", ConsumerGroup = "batch")] string[] events, FunctionContext context, CancellationToken cancellation)
        {
            Assert.Contains("\"PartitionId\"", (string)context.BindingContext.BindingData["PartitionContext"]!, StringComparison.Ordinal);
            foreach (var one in events)
                await seen.AddAsync("batch " + one, cancellation);
        }

        [Function("Single")]
        [FixedDelayRetry(2, "00:00:00")]
        public Task Single([EventHubTrigger("telemetry", ConsumerGroup = "single", IsBatched = false)] string one, CancellationToken cancellation) =>
            seen.AddAsync("single " + one, cancellation);
    }
}
