using System.Runtime.CompilerServices;

namespace StreamPlatform.Local.Durable;

/// <summary>The engine's client: what functions get by <see cref="DurableClientAttribute"/>.</summary>
internal sealed class EngineClient(
    DurableEngineOptions options,
    InstanceStore store,
    TimeProvider time,
    InstanceSignals signals,
    Action<string, Message> deliver,
    Action<TimerEntry> arm)
    : DurableTaskClient("embedded")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var head = NewInstance(orchestratorName, DurableJson.Write(input, "The input"), options?.InstanceId);
        var now = time.GetUtcNow().UtcDateTime;
        DateTime? startAt = options?.StartAt is { } at && at.UtcDateTime > now ? at.UtcDateTime : null;
        await store.AddAsync(head, now, startAt, cancellation);
        if (startAt is { } later)
            arm(new TimerEntry(later.Ticks, head.Id, head.Execution, TimerEntry.Start));
        else
            deliver(head.Id, new Message(HistoryKind.ExecutionStarted, head.Execution, -1, null, head.Input));
        return head.Id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var payload = DurableJson.Write(eventPayload, $"Event '{eventName}'");
        return SendAsync(instanceId, new Message(HistoryKind.EventRaised, null, -1, eventName, payload), cancellation);
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        store.FindAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(
            instanceId, getInputsAndOutputs, i => i.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, i => i.IsCompleted, cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var output = DurableJson.Write(options?.Output, "The output");
        var reach = options?.Recursive == true ? Message.Recursive : null;
        return SendAsync(instanceId, new Message(HistoryKind.ExecutionTerminated, null, -1, reach, output), cancellation);
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        ControlAsync(instanceId, HistoryKind.ExecutionSuspended, reason, i => i.RuntimeStatus == OrchestrationRuntimeStatus.Suspended, cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        ControlAsync(instanceId, HistoryKind.ExecutionResumed, reason, i => i.RuntimeStatus != OrchestrationRuntimeStatus.Suspended, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new Listing(store, filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await store.PurgeAsync(instanceId, options?.Recursive == true, cancellation));

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await store.PurgeAsync(filter, options?.Recursive == true, cancellation));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private InstanceHead NewInstance(string name, string? input, string? id) => new(
        string.IsNullOrEmpty(id) ? Guid.NewGuid().ToString("N") : id,
        Rows.NewExecution(),
        name,
        options.DefaultVersion,
        OrchestrationRuntimeStatus.Pending,
        input,
        Turns: 0,
        default,
        Started: false,
        Crashes: 0,
        Parent: null) { TraceParent = WorkflowSpans.Starter };

    private async Task<bool> SendAsync(string instanceId, Message message, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (await store.SendAsync(instanceId, message, cancellation) is not { } stored)
            return false;
        deliver(instanceId, stored);
        return true;
    }

    /// <summary>Suspends or resumes, and waits until it has taken effect: resuming straight after suspending just works.</summary>
    private async Task ControlAsync(
        string instanceId,
        HistoryKind kind,
        string? reason,
        Func<OrchestrationMetadata, bool> done,
        CancellationToken cancellation)
    {
        var message = new Message(kind, null, -1, null, DurableJson.Write(reason, "The reason"));
        if (await SendAsync(instanceId, message, cancellation))
            await WaitAsync(instanceId, false, i => i.IsCompleted || done(i), cancellation);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, bool payloads, Func<OrchestrationMetadata, bool> done, CancellationToken cancellation)
    {
        Task? change = null;
        while (true)
        {
            var instance = await store.FindAsync(instanceId, payloads, cancellation)
                ?? throw new InvalidOperationException($"There is no orchestration instance '{instanceId}'.");
            if (done(instance))
                return instance;

            // Only what was asked for before looking tells of every later change: so look once more.
            if (change is not null)
                await change.WaitAsync(cancellation);
            change = signals.NextChange(instanceId);
        }
    }

    private sealed class Listing(InstanceStore store, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
    {
        public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(
            string? continuationToken = default, int? pageSizeHint = default) =>
            PagesAsync(continuationToken ?? query.ContinuationToken, Math.Max(1, pageSizeHint ?? query.PageSize));

        private async IAsyncEnumerable<Page<OrchestrationMetadata>> PagesAsync(
            string? token, int size, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            do
            {
                var page = await store.ListAsync(query, token, size, cancellation);
                yield return page;
                token = page.ContinuationToken;
            }
            while (token is not null);
        }
    }
}
