using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class ControlTests
{
    [Fact]
    public async Task Terminating_ends_an_instance_and_its_sub_orchestrations_if_asked_to()
    {
        await using var engine = await Family().StartAsync();
        await StartFamilyAsync(engine);

        await engine.Client.TerminateInstanceAsync("parent", new TerminateInstanceOptions("enough", Recursive: true));

        var parent = await engine.WaitAsync("parent");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, parent.RuntimeStatus);
        Assert.Equal("enough", parent.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.WaitAsync("child")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.WaitAsync("grandchild")).RuntimeStatus);
    }

    [Fact]
    public async Task Terminating_leaves_sub_orchestrations_alone_unless_asked_to()
    {
        await using var engine = await Family().StartAsync();
        await StartFamilyAsync(engine);

        await engine.Client.TerminateInstanceAsync("parent");

        await engine.WaitAsync("parent");
        Assert.True((await engine.Client.GetInstanceAsync("child"))!.IsRunning);
    }

    [Fact]
    public async Task A_terminated_sub_orchestration_fails_its_parent()
    {
        await using var engine = await Family().StartAsync();
        await StartFamilyAsync(engine);

        await engine.Client.TerminateInstanceAsync("grandchild");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.WaitAsync("parent")).RuntimeStatus);
    }

    [Fact]
    public async Task A_suspended_instance_keeps_what_arrives_also_across_a_crash_and_goes_on_when_resumed()
    {
        var runs = 0;
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Work", async context =>
            {
                var result = await context.CallActivityAsync<int>("Slow");
                return result + await context.WaitForExternalEvent<int>("add");
            })
            .Activity<object?, int>("Slow", async _ =>
            {
                await release.Task;
                return Interlocked.Increment(ref runs) * 10;
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Work");
        await engine.Client.WaitForInstanceStartAsync(id);
        await engine.Client.SuspendInstanceAsync(id, "a break");
        var before = (await engine.Client.GetInstanceAsync(id))!.LastUpdatedAt;
        release.SetResult();
        await engine.Client.RaiseEventAsync(id, "add", 5);
        while ((await engine.Client.GetInstanceAsync(id))!.LastUpdatedAt == before)
            await Task.Yield();
        await engine.CrashAndRestartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await engine.Client.ResumeInstanceAsync(id);
        Assert.Equal(15, (await engine.WaitAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_instance_can_be_suspended_before_it_starts_and_terminated_while_suspended()
    {
        await using var engine = await Family().StartAsync();
        var later = new StartOrchestrationOptions("parent", DateTimeOffset.MaxValue.AddDays(-1));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", later);

        await engine.Client.SuspendInstanceAsync("parent");
        await engine.Client.ResumeInstanceAsync("parent");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await engine.Client.GetInstanceAsync("parent"))!.RuntimeStatus);
        await engine.Client.SuspendInstanceAsync("parent");
        await engine.Client.TerminateInstanceAsync("parent");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.WaitAsync("parent")).RuntimeStatus);
    }

    [Fact]
    public async Task Purging_removes_finished_instances_only()
    {
        await using var engine = await Family().Orchestrator("Done", _ => Task.CompletedTask).StartAsync();
        await StartFamilyAsync(engine);
        await engine.RunAsync("Done", id: "done-1");
        await engine.RunAsync("Done", id: "done-2");

        Assert.Equal(0, (await engine.Client.PurgeInstanceAsync("parent")).PurgedInstanceCount);
        Assert.Equal(1, (await engine.Client.PurgeInstanceAsync("done-1")).PurgedInstanceCount);
        Assert.Empty(await engine.Engine.GetHistoryAsync("done-1"));
        Assert.Equal(1, (await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        Assert.NotNull(await engine.Client.GetInstanceAsync("parent"));
    }

    [Fact]
    public async Task Instances_are_listed_by_page_prefix_and_status()
    {
        await using var engine = await Family().Orchestrator("Done", _ => Task.CompletedTask).StartAsync();
        await StartFamilyAsync(engine);
        for (var i = 0; i < 5; i++)
            await engine.RunAsync("Done", id: $"done-{i}");

        var pages = new List<int>();
        await foreach (var page in engine.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "done-", PageSize: 2)).AsPages())
            pages.Add(page.Values.Count);
        var running = new List<string>();
        await foreach (var one in engine.Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])))
            running.Add(one.InstanceId);

        Assert.Equal([2, 2, 1], pages);
        Assert.Equal(["child", "grandchild", "parent"], running.Order());
    }

    [Fact]
    public async Task A_backup_holds_the_instances_of_the_moment()
    {
        await using var engine = await Family().StartAsync();
        await StartFamilyAsync(engine);
        var copy = engine.DatabasePath + ".copy";
        await engine.Engine.BackupAsync(copy);

        await using var restored = new DurableEngine(new DurableEngineOptions { DatabasePath = copy });
        await restored.StartAsync();
        Assert.True((await restored.Client.GetInstanceAsync("grandchild"))!.IsRunning);
    }

    private static DurableEngineFixture Family() => new DurableEngineFixture()
        .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "child")))
        .Orchestrator("Child", context => context.CallSubOrchestratorAsync("Grandchild", new SubOrchestrationOptions(instanceId: "grandchild")))
        .Orchestrator("Grandchild", context => context.WaitForExternalEvent<int>("go"));

    private static async Task StartFamilyAsync(DurableEngineFixture engine)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent"));
        await engine.UntilHistoryAsync("grandchild", HistoryKind.ExecutionStarted);
    }
}
