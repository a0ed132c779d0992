using System.Collections.Concurrent;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class CrashTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Crashes_at_random_instants_change_no_result_and_lose_no_event(int seed)
    {
        const int Instances = 8;
        var random = new Random(seed);
        var ran = new ConcurrentDictionary<string, int>();
        await using var engine = await new DurableEngineFixture(configure: o => o with { MaxLiveInstances = 4 })
            .Orchestrator("Root", async context =>
            {
                var squares = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
                    context.CallActivityAsync<int>("Square", new Item(context.InstanceId, i))));
                await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
                var events = await context.WaitForExternalEvent<int>("a") + await context.WaitForExternalEvent<int>("b");
                var leaf = await context.CallSubOrchestratorAsync<int>("Leaf", 3);
                return squares.Sum() + events + leaf;
            })
            .Orchestrator("Leaf", async context =>
            {
                var left = context.GetInput<int>();
                var value = await context.CallActivityAsync<int>("Square", new Item(context.InstanceId, left));
                if (left == 0)
                    return 1000;
                context.ContinueAsNew(left - 1);
                return value;
            })
            .Activity<Item, int>("Square", async item =>
            {
                ran.AddOrUpdate($"{item.Of}/{item.Number}", 1, (_, n) => n + 1);
                await Task.Yield();
                return item.Number * item.Number;
            })
            .StartAsync();
        for (var i = 0; i < Instances; i++)
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Root", new StartOrchestrationOptions($"root-{i}"));

        for (var crash = 0; crash < 8; crash++)
        {
            var id = $"root-{crash}";
            await engine.Client.RaiseEventAsync(id, "b", 10);
            await engine.Client.RaiseEventAsync(id, "a", 1);
            // Not waiting for anything: the instant of the crash is what varies.
            await Task.Delay(random.Next(15));
            await engine.CrashAndRestartAsync();
        }

        for (var i = 0; i < Instances; i++)
            Assert.Equal(2470 + 11 + 1000, (await engine.WaitAsync($"root-{i}")).ReadOutputAs<int>());
        Assert.All(Enumerable.Range(0, Instances * 20), i => Assert.True(ran.ContainsKey($"root-{i / 20}/{i % 20}")));
    }

    private sealed record Item(string Of, int Number);
}
