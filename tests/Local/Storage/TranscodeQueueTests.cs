using StreamPlatform.Domain.Processing;
using StreamPlatform.Storage;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Storage;

/// <summary>The transcode queues have fixed names, so these tests have a server of their own and start from empty queues.</summary>
public sealed class TranscodeQueueTests : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private readonly PlatformStorage _storage;

    public TranscodeQueueTests(AzuriteFixture azurite) => _storage = azurite.Storage;

    public async Task InitializeAsync()
    {
        foreach (var name in WorkQueues.ByPriority.SelectMany(name => new[] { name, WorkQueues.PoisonOf(name) }))
        {
            await _storage.QueueService.GetQueueClient(name).ClearMessagesAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task EnqueueAsync(string id, WorkPriority priority) =>
        _storage.TranscodeQueue.EnqueueAsync(new WorkItem("asset", "1-run", id), priority, default);

    private async Task<int> CountAsync(string queue) =>
        (await _storage.QueueService.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    [Fact]
    public async Task The_urgent_queue_is_emptied_first()
    {
        await EnqueueAsync("video", WorkPriority.Normal);
        await EnqueueAsync("head", WorkPriority.High);
        Assert.Equal("head", (await _storage.Receiver.ReceiveAsync(Long, default))!.Item.ItemId);
        Assert.Equal("video", (await _storage.Receiver.ReceiveAsync(Long, default))!.Item.ItemId);
        Assert.Null(await _storage.Receiver.ReceiveAsync(Long, default));
    }

    [Fact]
    public async Task An_item_carries_the_span_that_queued_it()
    {
        using var trace = new RecordedSpans();
        await EnqueueAsync("head", WorkPriority.High);

        var item = (await _storage.Receiver.ReceiveAsync(Long, default))!.Item;
        Assert.Equal(trace["send transcode-high"].Id, item.TraceParent);
        Assert.Equal(trace.Root.SpanId, trace["send transcode-high"].ParentSpanId);
    }

    [Fact]
    public async Task Facts_tell_what_waits_and_what_was_given_up_also_of_queues_that_nobody_has_made()
    {
        await EnqueueAsync("head", WorkPriority.High);
        await EnqueueAsync("video", WorkPriority.High);
        await _storage.QueueService.GetQueueClient(WorkQueues.PoisonOf(WorkQueues.Low)).SendMessageAsync("given up");

        var facts = (await _storage.QueueFacts.ReadAsync(default)).ToDictionary(queue => queue.Name);
        Assert.Equal(7, facts.Count);
        Assert.Equal((2, false), (facts[WorkQueues.High].Waiting, facts[WorkQueues.High].IsPoison));
        Assert.InRange(facts[WorkQueues.High].OldestAge, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.Equal((1, true), (facts[WorkQueues.PoisonOf(WorkQueues.Low)].Waiting, facts[WorkQueues.PoisonOf(WorkQueues.Low)].IsPoison));
        Assert.Equal(0, facts["webjobs-blobtrigger-poison"].Waiting);
    }

    [Fact]
    public async Task A_deleted_item_never_comes_back_and_a_released_one_does_with_its_count_risen()
    {
        await EnqueueAsync("head", WorkPriority.High);
        var first = (await _storage.Receiver.ReceiveAsync(Long, default))!;
        Assert.Equal(1, first.DequeueCount);
        Assert.True(await first.ExtendAsync(TimeSpan.Zero, default));

        var second = (await _storage.Receiver.ReceiveAsync(Long, default))!;
        Assert.Equal(2, second.DequeueCount);
        Assert.True(await second.ExtendAsync(Long, default));
        Assert.True(await second.DeleteAsync(default));
        Assert.Equal(0, await CountAsync(WorkQueues.High));
    }

    [Fact]
    public async Task Who_lost_the_item_is_told_and_takes_nothing_from_its_new_holder()
    {
        await EnqueueAsync("head", WorkPriority.High);
        var loser = (await _storage.Receiver.ReceiveAsync(Long, default))!;
        var queue = _storage.QueueService.GetQueueClient(WorkQueues.High);
        Assert.True(await loser.ExtendAsync(TimeSpan.Zero, default));
        var holder = (await _storage.Receiver.ReceiveAsync(Long, default))!;

        Assert.False(await loser.ExtendAsync(Long, default));
        Assert.False(await loser.DeleteAsync(default));
        Assert.True(await holder.DeleteAsync(default));
        Assert.Equal(0, await CountAsync(queue.Name));
    }

    [Fact]
    public async Task A_given_up_item_waits_in_the_poison_queue()
    {
        await EnqueueAsync("video", WorkPriority.Normal);
        var item = (await _storage.Receiver.ReceiveAsync(Long, default))!;
        Assert.True(await item.MoveToPoisonAsync(default));
        Assert.Equal(0, await CountAsync(WorkQueues.Normal));
        Assert.Equal(1, await CountAsync(WorkQueues.PoisonOf(WorkQueues.Normal)));
    }

    [Fact]
    public async Task A_message_that_is_no_work_item_is_passed_over_and_kept_for_a_look()
    {
        await _storage.QueueService.GetQueueClient(WorkQueues.High).SendMessageAsync("not a work item");
        await _storage.QueueService.GetQueueClient(WorkQueues.High).SendMessageAsync("{}");
        await EnqueueAsync("head", WorkPriority.High);
        Assert.Equal("head", (await _storage.Receiver.ReceiveAsync(Long, default))!.Item.ItemId);
        Assert.Equal(2, await CountAsync(WorkQueues.PoisonOf(WorkQueues.High)));
    }
}
