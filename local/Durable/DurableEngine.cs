using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Durable;

/// <summary>
/// The durable task engine: runs orchestrators from their recorded history, activities at least once, timers and events
/// across restarts. Register everything, start, use <see cref="Client"/>, stop. Disposing without stopping is as if the
/// process had died: the next start takes up where this one was.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly DurableEngineOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly TaskRegistry _registry = new();
    private readonly CancellationTokenSource _stopping = new();
    private Running? _running;

    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public DurableEngine(DurableEngineOptions options, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _time = time ?? TimeProvider.System;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _logger = _loggers.CreateLogger<DurableEngine>();
    }

    /// <summary>Starts, queries and steers instances. Its management URLs are set by the host.</summary>
    /// <exception cref="InvalidOperationException">The engine has not been started.</exception>
    public DurableTaskClient Client => Started.Client;

    private Running Started => _running ?? throw new InvalidOperationException("The durable engine has not been started.");

    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public void RegisterOrchestrator(string name, OrchestratorHandler handler) => _registry.Add(name, handler);

    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public void RegisterActivity(string name, ActivityHandler handler) => _registry.Add(name, handler);

    /// <summary>Opens the database and takes up what was under way.</summary>
    /// <exception cref="NewerSchemaException">The database was written by a newer release.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        var database = await SqliteDatabase.OpenAsync(_options.DatabasePath, Schema.Migrations, cancellation);
        var recovery = await Recovery.LoadAsync(database);

        var signals = new InstanceSignals();
        var orchestrations = new OrchestrationDispatcher(_options, _time, _logger);
        var activities = new ActivityDispatcher(_options, _registry, _logger, orchestrations.Deliver);
        var timers = new TimerQueue(_time, orchestrations.Deliver);
        var turnStore = new TurnStore(database);
        var turns = new TurnRunner(
            _options, _registry, turnStore, _time, _loggers, _logger, orchestrations, activities, timers, signals);
        var client = new EngineClient(
            _options, new InstanceStore(database), _time, signals, orchestrations.Deliver, timers.Arm);

        _logger.Recovered(recovery.Activities.Count, recovery.Timers.Count, recovery.Messages.Count);
        foreach (var message in recovery.Messages)
            orchestrations.Deliver(message.InstanceId, message.Message);
        foreach (var activity in recovery.Activities)
            activities.Enqueue(activity);
        foreach (var timer in recovery.Timers)
            timers.Arm(timer);

        var loops = Task.WhenAll(
            orchestrations.RunAsync(turns, _stopping.Token), activities.RunAsync(_stopping.Token));
        _running = new Running(database, timers, client, turnStore, loops);
    }

    /// <summary>An instance's history, oldest first; empty if it does not exist or has not begun.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> GetHistoryAsync(string instanceId) =>
        await Started.Turns.GetHistoryAsync(instanceId);

    /// <summary>Writes a consistent copy of the database while the engine runs.</summary>
    public Task BackupAsync(string file, CancellationToken cancellation = default) =>
        Started.Database.BackupAsync(file, cancellation);

    /// <summary>
    /// Stops: no new work begins, activities are told to stop, and what is under way is waited for until
    /// <paramref name="cancellation"/>. What did not end runs again at the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        if (_running is not { } running)
            return;
        running.Timers.Dispose();
        await _stopping.CancelAsync();
        try
        {
            await running.Loops.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Some activity does not listen; it is run again.
        }

        await Recovery.MarkCleanAsync(running.Database);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _running, null) is not { } running)
            return;
        running.Timers.Dispose();
        await _stopping.CancelAsync();
        await running.Database.DisposeAsync();
        _stopping.Dispose();
    }

    private sealed record Running(
        SqliteDatabase Database, TimerQueue Timers, EngineClient Client, TurnStore Turns, Task Loops);
}
