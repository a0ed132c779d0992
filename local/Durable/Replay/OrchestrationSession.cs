using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Durable;

/// <summary>
/// One run of orchestrator code, kept between turns while memory allows. A session can be rebuilt from history at any
/// time; doing so checks that the code does again what history says it did.
/// </summary>
internal sealed class OrchestrationSession(InstanceHead head, OrchestratorHandler handler, ILoggerFactory loggers)
{
    private readonly OrchestrationContext _context = new(head, loggers);
    private Task<object?>? _code;
    private Exception? _crash;

    /// <summary>Runs the code over all of its history.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">It did something else this time.</exception>
    public void Replay(IEnumerable<HistoryEvent> history)
    {
        foreach (var turn in history.GroupBy(e => e.Turn))
        {
            var arrivals = turn.Where(e => e.IsArrival).Select(Message.FromHistory).ToList();
            if (arrivals.Count == 0)
                continue;
            var outcome = Run(turn.Key, turn.First().Time, arrivals, replaying: true);
            Determinism.Check(head, turn.Key, [.. turn.Where(e => e.IsAction)], outcome);
        }
    }

    /// <summary>Hands arrivals to the code one by one, running it as far as it goes after each.</summary>
    public TurnOutcome Run(int turn, DateTime now, IReadOnlyList<Message> arrivals, bool replaying)
    {
        _context.BeginTurn(turn, now, replaying);
        var consumed = 0;
        while (consumed < arrivals.Count && _code is not { IsCompleted: true } && _crash is null)
            Step(arrivals[consumed++]);

        return new TurnOutcome(
            consumed,
            [.. _context.Actions],
            _context.CancelledTimers,
            _context.CustomStatus,
            _context.UnconsumedEvents,
            End());
    }

    private void Step(Message arrival)
    {
        try
        {
            _context.Thread.Run(() =>
            {
                if (arrival.Kind == HistoryKind.ExecutionStarted)
                    _code = Start();
                else
                    _context.Deliver(arrival);
            });
        }
        catch (Exception error)
        {
            // Thrown by a continuation that nobody awaits, such as async void.
            _crash = error;
        }
    }

    private Task<object?> Start()
    {
        try
        {
            return handler(_context);
        }
        catch (Exception error)
        {
            return Task.FromException<object?>(error);
        }
    }

    private Ending? End()
    {
        if (_crash is not null)
            return Ending.Failed(_crash);
        if (_code is { IsCompleted: false })
            return _context.IsWaiting ? null : Ending.Failed(Determinism.NotDurable(head));
        try
        {
            var output = DurableJson.Write(
                _code?.GetAwaiter().GetResult(), $"The output of orchestrator '{head.Name}'");
            return _context.Restart is { } restart
                ? new Ending(OrchestrationRuntimeStatus.Running, Restart: restart)
                : new Ending(OrchestrationRuntimeStatus.Completed, output);
        }
        catch (Exception error)
        {
            return Ending.Failed(error);
        }
    }
}
