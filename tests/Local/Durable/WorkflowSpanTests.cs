using System.Diagnostics;
using StreamPlatform.Tests;

namespace StreamPlatform.Local.Tests.Durable;

public sealed class WorkflowSpanTests
{
    [Fact]
    public async Task A_workflow_and_each_activity_are_one_span_below_what_started_it_however_often_it_is_replayed()
    {
        using var trace = new RecordedSpans();
        await using var engine = await new DurableEngineFixture(configure: options => options with { MaxLiveInstances = 0 })
            .Orchestrator("Make", async context =>
            {
                var made = await context.CallActivityAsync<string>("Plan");
                await context.WaitForExternalEvent<string>("go");
                await context.CallSubOrchestratorAsync<string>("Part", "x");
                return made;
            })
            .Orchestrator("Part", context => context.CallActivityAsync<string>("Encode"))
            .Activity<object?, string>("Plan", _ => "plan")
            .Activity<object?, string>("Encode", _ => "done")
            .StartAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Make");
        await engine.UntilHistoryAsync(id, StreamPlatform.Local.Durable.HistoryKind.TaskCompleted);
        await engine.CrashAndRestartAsync();
        await engine.Client.RaiseEventAsync(id, "go", "on");
        await engine.WaitAsync(id);
        await Host.Eventually.TrueAsync(() => trace.Names.Contains("orchestration:Make"), "the workflow's span is missing");

        Assert.Equal(["activity:Encode", "activity:Plan", "orchestration:Make", "orchestration:Part"], trace.Names.Order());
        var (whole, part) = (trace["orchestration:Make"], trace["orchestration:Part"]);
        Assert.Equal(trace.Root.SpanId, whole.ParentSpanId);
        Assert.Equal(whole.SpanId, trace["activity:Plan"].ParentSpanId);
        Assert.Equal(whole.SpanId, part.ParentSpanId);
        Assert.Equal(part.SpanId, trace["activity:Encode"].ParentSpanId);
        Assert.Equal(id, whole.GetTagItem("streamplatform.workflow.id"));
        Assert.True(whole.StartTimeUtc <= trace["activity:Plan"].StartTimeUtc);
    }

    [Fact]
    public async Task What_fails_says_so()
    {
        using var trace = new RecordedSpans();
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Make", context => context.CallActivityAsync<string>("Break"))
            .Activity<object?, string>("Break", string (_) => throw new InvalidOperationException("planned"))
            .StartAsync();

        await engine.RunAsync("Make");
        await Host.Eventually.TrueAsync(() => trace.Names.Contains("orchestration:Make"), "the workflow's span is missing");

        Assert.Equal((ActivityStatusCode.Error, "System.InvalidOperationException"), (trace["activity:Break"].Status, trace["activity:Break"].GetTagItem("error.type")));
        Assert.Equal(ActivityStatusCode.Error, trace["orchestration:Make"].Status);
    }

    [Fact]
    public async Task Each_round_of_an_endless_workflow_is_a_span()
    {
        using var trace = new RecordedSpans();
        await using var engine = await new DurableEngineFixture()
            .Orchestrator("Round", context =>
            {
                if (context.GetInput<int>() < 2)
                    context.ContinueAsNew(context.GetInput<int>() + 1);
                return Task.FromResult("");
            })
            .StartAsync();

        await engine.RunAsync("Round", 0);
        await Host.Eventually.TrueAsync(() => trace.Ended.Count == 3, "not three rounds");

        Assert.Equal(["ContinuedAsNew", "ContinuedAsNew", "Completed"], trace.Ended.Select(span => span.GetTagItem("durabletask.task.status")));
        Assert.Equal(3, trace.Ended.DistinctBy(span => span.SpanId).Count());
    }

    [Fact]
    public async Task What_nobody_records_runs_without_spans()
    {
        using var trace = new RecordedSpans();
        Activity.Current = null;
        await using var engine = await new DurableEngineFixture().Orchestrator("Make", _ => Task.FromResult("made")).StartAsync();

        Assert.Equal("made", (await engine.RunAsync("Make")).ReadOutputAs<string>());
        Activity.Current = trace.Root;
        Assert.Empty(trace.Ended);
    }
}
