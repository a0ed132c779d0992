using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Durable;

/// <summary>The engine's side of an orchestrator: turns its calls into actions and answers into completed tasks.</summary>
internal sealed class OrchestrationContext(InstanceHead head, ILoggerFactory loggers) : TaskOrchestrationContext
{
    private readonly Dictionary<long, OpenTask> _open = [];
    private readonly EventWaits _events = new();
    private readonly List<HistoryEvent> _actions = [];
    private readonly HashSet<long> _cancelledTimers = [];
    private int _turn;
    private DateTime _now;
    private int _nextTask;
    private int _nextGuid;
    private bool _replaying;

    public OrchestratorThread Thread { get; } = new();

    public override TaskName Name => head.Name;

    public override string InstanceId => head.Id;

    public override string Version => head.Version;

    public override ParentOrchestrationInstance? Parent { get; } =
        head.Parent is null ? null : new(head.Parent.Name, head.Parent.InstanceId);

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    /// <summary>Whether the orchestrator waits for anything that can still happen.</summary>
    public bool IsWaiting => _open.Count > 0 || _events.Any;

    /// <summary>What this turn did, in order.</summary>
    public IReadOnlyList<HistoryEvent> Actions => _actions;

    /// <summary>Timers this turn gave up.</summary>
    public IReadOnlySet<long> CancelledTimers => _cancelledTimers;

    public IReadOnlyList<Message> UnconsumedEvents => _events.Unconsumed;

    /// <summary>The custom status, if this turn set it.</summary>
    public (bool Set, string? Json) CustomStatus { get; private set; }

    public Restart? Restart { get; private set; }

    protected override ILoggerFactory LoggerFactory { get; } = loggers;

    public void BeginTurn(int turn, DateTime now, bool replaying)
    {
        (_turn, _now, _replaying) = (turn, now, replaying);
        _actions.Clear();
        _cancelledTimers.Clear();
        CustomStatus = default;
    }

    /// <summary>Hands an arrival to whoever waits for it; what nobody waits for any more is ignored.</summary>
    public void Deliver(Message message)
    {
        if (message.Kind == HistoryKind.EventRaised)
            _events.Raise(message);
        else if (!_open.Remove(message.TaskId, out var task))
            return;
        else if (message.Kind is HistoryKind.TaskFailed or HistoryKind.SubOrchestrationInstanceFailed)
            task.Fail(DurableJson.ReadFailure(message.Payload));
        else
            task.Complete(message.Kind == HistoryKind.TimerFired ? null : message.Payload);
    }

    public override T? GetInput<T>()
        where T : default => DurableJson.Read<T>(head.Input);

    public override Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureInTurn();
        ArgumentException.ThrowIfNullOrEmpty(name.Name, nameof(name));
        var json = DurableJson.Write(input, $"The input of activity '{name}'");
        return Retries.RunAsync(this, options?.Retry, Call);

        Task<TResult> Call() => Open<TResult>(name, HistoryKind.TaskScheduled, null, json);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureInTurn();
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var json = DurableJson.Write(input, $"The input of sub-orchestrator '{orchestratorName}'");
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        return Retries.RunAsync(this, options?.Retry, Call);

        Task<TResult> Call() => Open<TResult>(orchestratorName, HistoryKind.SubOrchestrationInstanceCreated, id, json);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureInTurn();
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        var id = _nextTask++;
        var timer = new OpenTask<bool>("timer", id);
        _open.Add(id, timer);
        Act(HistoryKind.TimerCreated, id, null, null, fireAt.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture));
        cancellationToken.Register(() =>
        {
            if (!_open.Remove(id))
                return;
            _cancelledTimers.Add(id);
            timer.Cancel(cancellationToken);
        });
        return timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureInTurn();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return _events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureInTurn();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var json = DurableJson.Write(payload, $"Event '{eventName}'");
        Act(HistoryKind.EventSent, _nextTask++, eventName, instanceId, json);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureInTurn();
        CustomStatus = (true, DurableJson.Write(customStatus, "The custom status"));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        EnsureInTurn();
        Restart = new Restart(DurableJson.Write(newInput, "The input to continue with"), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        EnsureInTurn();
        var name = string.Create(CultureInfo.InvariantCulture, $"{head.Id}\n{head.Execution}\n{_nextGuid++}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // Version 8, RFC 9562 section 5.8: a hash of our own.
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private Task<T> Open<T>(string name, HistoryKind kind, string? target, string? input)
    {
        var id = _nextTask++;
        var task = new OpenTask<T>(name, id);
        _open.Add(id, task);
        Act(kind, id, name, target, input);
        return task.Task;
    }

    private void Act(HistoryKind kind, long id, string? name, string? target, string? payload) =>
        _actions.Add(new HistoryEvent(_turn, _now, kind, id, name, target, payload));

    private void EnsureInTurn()
    {
        if (!Thread.IsCurrent)
        {
            throw new InvalidOperationException(
                $"Orchestrator '{head.Name}' used its context outside its own thread: it must await only tasks that the "
                + "context gave it, without ConfigureAwait(false) or Task.Run.");
        }
    }
}
