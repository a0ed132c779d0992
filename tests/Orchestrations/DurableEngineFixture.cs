using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Tests;

/// <summary>
/// A durable engine on a folder of its own, which can be stopped, crashed and started again. Register orchestrators and
/// activities, then start; registering a name again replaces it from the next start on.
/// </summary>
public sealed class DurableEngineFixture(
    TimeProvider? time = null,
    Func<DurableEngineOptions, DurableEngineOptions>? configure = null,
    ILoggerFactory? loggers = null) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("durable-");
    private readonly Dictionary<string, OrchestratorHandler> _orchestrators = [];
    private readonly Dictionary<string, ActivityHandler> _activities = [];
    private DurableEngine? _engine;

    public DurableEngine Engine => _engine ?? throw new InvalidOperationException("Start the engine first.");

    public DurableTaskClient Client => Engine.Client;

    public string DatabasePath => Path.Combine(_folder.FullName, "durable.db");

    public DurableEngineFixture Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code)
    {
        _orchestrators[name] = async context => await code(context);
        return this;
    }

    public DurableEngineFixture Orchestrator(string name, Func<TaskOrchestrationContext, Task> code)
    {
        _orchestrators[name] = async context =>
        {
            await code(context);
            return null;
        };
        return this;
    }

    public DurableEngineFixture Activity<TInput, TResult>(string name, Func<TInput, Task<TResult>> code)
    {
        _activities[name] = async (invocation, _) => await code(invocation.GetInput<TInput>()!);
        return this;
    }

    public DurableEngineFixture Activity<TInput, TResult>(string name, Func<TInput, TResult> code) =>
        Activity<TInput, TResult>(name, input => Task.FromResult(code(input)));

    public DurableEngineFixture Activity(string name, ActivityHandler code)
    {
        _activities[name] = code;
        return this;
    }

    public async Task<DurableEngineFixture> StartAsync()
    {
        var options = new DurableEngineOptions { DatabasePath = DatabasePath };
        _engine = new DurableEngine(configure?.Invoke(options) ?? options, time, loggers);
        foreach (var (name, code) in _orchestrators)
            _engine.RegisterOrchestrator(name, code);
        foreach (var (name, code) in _activities)
            _engine.RegisterActivity(name, code);
        await _engine.StartAsync();
        return this;
    }

    /// <summary>Ends the engine as the death of its process would, without stopping anything in order.</summary>
    public async Task CrashAsync()
    {
        await Engine.DisposeAsync();
        _engine = null;
    }

    public async Task CrashAndRestartAsync()
    {
        await CrashAsync();
        await StartAsync();
    }

    /// <summary>Starts an instance and waits for its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? id = null)
    {
        var started = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));
        return await WaitAsync(started);
    }

    /// <summary>Waits for an instance's end.</summary>
    public async Task<OrchestrationMetadata> WaitAsync(string id)
    {
        using var patience = new CancellationTokenSource(s_patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    }

    /// <summary>Waits until the instance's history holds <paramref name="count"/> events of a kind.</summary>
    public async Task UntilHistoryAsync(string id, HistoryKind kind, int count = 1)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while ((await Engine.GetHistoryAsync(id)).Count(e => e.Kind == kind) < count)
            await Task.Delay(5, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
