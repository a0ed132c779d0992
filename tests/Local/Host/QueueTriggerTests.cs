using Azure.Storage.Queues;
using StreamPlatform.Local.Host.Queues;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class QueueTriggerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite, typeof(Functions));

    private QueueClient Queue => new(azurite.ConnectionString, _host.Box);

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_message_runs_the_function_and_is_gone_after_success()
    {
        await SendAsync("""{"name":"one"}""");
        await Eventually.TrueAsync(() => _host.Seen.Count("one#1") == 1, "it isn't seen");
        await Eventually.TrueAsync(async () => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "it isn't deleted");
    }

    [Fact]
    public async Task A_failed_message_comes_again_with_a_higher_dequeue_count()
    {
        _host.Seen.React = value =>
        {
            if (value == "again#1")
                throw new InvalidOperationException("planned");
        };
        await SendAsync("""{"name":"again"}""");
        await Eventually.TrueAsync(() => _host.Seen.Count("again#2") == 1, "it doesn't come again");
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue()
    {
        _host.Seen.React = _ => throw new InvalidOperationException("planned");
        await SendAsync("""{"name":"bad"}""");
        var poison = new QueueClient(azurite.ConnectionString, _host.Box + "-poison");
        await Eventually.TrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessagesAsync()).Value.Length == 1, "it isn't poison");
        Assert.Equal(["bad#1", "bad#2", "bad#3", "bad#4", "bad#5"], _host.Seen.Values);
        await Eventually.TrueAsync(async () => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "it is still there");
    }

    [Fact]
    public async Task A_message_that_is_not_base64_is_poison_at_once()
    {
        await Queue.SendMessageAsync("not base64 {");
        var poison = new QueueClient(azurite.ConnectionString, _host.Box + "-poison");
        await Eventually.TrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessagesAsync()).Value.Length == 1, "it isn't poison");
        Assert.Empty(_host.Seen.Values);
    }

    [Fact]
    public async Task A_message_whose_function_runs_at_the_stop_is_finished_before_the_host_has_stopped()
    {
        var gate = new TaskCompletionSource();
        _host.Seen.Gate = gate.Task;
        await SendAsync("""{"name":"slow"}""");
        await Eventually.TrueAsync(() => _host.Seen.Count("slow#1") == 1, "it doesn't begin");
        var stop = _host.Host.StopAsync();
        Assert.False(stop.IsCompleted);
        gate.SetResult();
        await stop;
        Assert.Equal(0, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_message_of_a_dead_process_comes_again_when_its_invisibility_ends()
    {
        await _host.Host.DisposeAsync();
        await SendAsync("""{"name":"orphan"}""");

        // Taken by a process that died: invisible for a second more.
        Assert.NotNull((await Queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1))).Value);
        await _host.StartAsync();
        await Eventually.TrueAsync(() => _host.Seen.Count("orphan#2") == 1, "it doesn't come again");
    }

    private Task SendAsync(string json) => Queue.SendMessageAsync(FunctionQueueEncoding.Encode(BinaryData.FromString(json)));

    public sealed record Message(string Name);

    public class Functions(Seen seen)
    {
        [Function("OnMessage")]
        public Task Run([QueueTrigger("%Box%")] Message message, int dequeueCount, CancellationToken cancellation) =>
            seen.AddAsync($"{message.Name}#{dequeueCount}", cancellation);
    }
}
