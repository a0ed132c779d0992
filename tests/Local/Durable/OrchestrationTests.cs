using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class OrchestrationTests
{
    [Fact]
    public async Task An_orchestrator_calls_activities_one_after_the_other_and_returns()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Sum", async context =>
            {
                var sum = 0;
                for (var i = 0; i < context.GetInput<int>(); i++)
                    sum = await context.CallActivityAsync<int>("Add", new Pair(sum, i));
                return sum;
            })
            .Activity<Pair, int>("Add", pair => pair.A + pair.B)
            .StartAsync();

        var done = await engine.RunAsync("Sum", 10);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal(45, done.ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_thousand_activities_run_side_by_side_and_are_joined()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("FanOut", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => context.CallActivityAsync<int>("Double", i)))).Sum())
            .Activity<int, int>("Double", i => i * 2)
            .StartAsync();

        Assert.Equal(999_000, (await engine.RunAsync("FanOut")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_failed_activity_is_an_exception_that_names_its_cause()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Try", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fail");
                    return "no failure";
                }
                catch (TaskFailedException failed) when (failed.FailureDetails.IsCausedBy<ArgumentException>())
                {
                    return $"{failed.TaskName}: {failed.FailureDetails.ErrorMessage}";
                }
            })
            .Activity("Fail", (_, _) => throw new ArgumentOutOfRangeException(null, "too far"))
            .StartAsync();

        Assert.Equal("Fail: too far", (await engine.RunAsync("Try")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_orchestrator_that_throws_fails_its_instance()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Throw", Task<int> (_) => throw new InvalidDataException("no good"))
            .StartAsync();

        var done = await engine.RunAsync("Throw");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal("no good", done.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Unknown_orchestrators_and_activities_fail_by_name()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Call", context => context.CallActivityAsync("Nowhere"))
            .StartAsync();

        Assert.Contains("'Nobody'", (await engine.RunAsync("Nobody")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("'Nowhere'", (await engine.RunAsync("Call")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sub_orchestrations_answer_their_parent_and_know_it()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Parent", async context =>
            {
                var children = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
                    context.CallSubOrchestratorAsync<string>("Child", i, new SubOrchestrationOptions(instanceId: $"child-{i}"))));
                return string.Join(",", children);
            })
            .Orchestrator("Child", async context =>
            {
                var doubled = await context.CallActivityAsync<int>("Double", context.GetInput<int>());
                return $"{context.Parent!.InstanceId}/{context.Parent.Name}/{doubled}";
            })
            .Activity<int, int>("Double", i => i * 2)
            .StartAsync();

        var done = await engine.RunAsync("Parent", id: "p");

        Assert.Equal(string.Join(",", Enumerable.Range(0, 20).Select(i => $"p/Parent/{i * 2}")), done.ReadOutputAs<string>());
        Assert.True((await engine.Client.GetInstanceAsync("child-7"))!.IsCompleted);
    }

    [Fact]
    public async Task A_failed_sub_orchestration_fails_the_call()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child"))
            .Orchestrator("Child", Task<int> (_) => throw new InvalidDataException("broken child"))
            .StartAsync();

        var done = await engine.RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal(typeof(InvalidDataException).FullName, done.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Starting_an_instance_that_runs_is_refused_and_one_that_finished_is_replaced()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"))
            .StartAsync();
        var options = new StartOrchestrationOptions("one");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, options);

        var refusal = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, options));
        await engine.Client.RaiseEventAsync("one", "go", 1);
        await engine.WaitAsync("one");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, options);
        await engine.Client.RaiseEventAsync("one", "go", 2);

        Assert.Equal("one", refusal.InstanceId);
        Assert.Equal(2, (await engine.WaitAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Payloads_over_a_megabyte_are_refused()
    {
        var big = new string('x', 1024 * 1024);
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Call", context => context.CallActivityAsync<string>("Big"))
            .Activity<object?, string>("Big", _ => big)
            .StartAsync();

        await Assert.ThrowsAsync<PayloadTooLargeException>(() => engine.RunAsync("Call", big));
        Assert.Contains("blob", (await engine.RunAsync("Call")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_status_and_history_tell_how_far_an_instance_is()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Report", async context =>
            {
                context.SetCustomStatus(new Pair(1, 2));
                await context.WaitForExternalEvent<int>("go");
                return context.NewGuid();
            })
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Report");
        var running = await engine.Client.WaitForInstanceStartAsync(id, getInputsAndOutputs: true);
        await engine.Client.RaiseEventAsync(id, "go", 1);
        await engine.WaitAsync(id);

        Assert.Equal("""{"A":1,"B":2}""", running.SerializedCustomStatus);
        Assert.Equal(
            [HistoryKind.ExecutionStarted, HistoryKind.EventRaised, HistoryKind.ExecutionCompleted],
            (await engine.Engine.GetHistoryAsync(id)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Events_can_be_sent_from_one_instance_to_another()
    {
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Receive", context => context.WaitForExternalEvent<string>("letter"))
            .Orchestrator("Send", context =>
            {
                context.SendEvent("receiver", "Letter", "hello");
                context.SendEvent("nobody", "Letter", "lost");
                return Task.CompletedTask;
            })
            .StartAsync();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Receive", null, new StartOrchestrationOptions("receiver"));
        await engine.RunAsync("Send");

        Assert.Equal("hello", (await engine.WaitAsync("receiver")).ReadOutputAs<string>());
    }

    private sealed record Pair(int A, int B);
}
