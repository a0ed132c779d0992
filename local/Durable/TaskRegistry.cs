using System.Diagnostics.CodeAnalysis;

namespace StreamPlatform.Local.Durable;

/// <summary>Orchestrators and activities by name, without regard to case.</summary>
internal sealed class TaskRegistry
{
    private readonly Dictionary<string, OrchestratorHandler> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityHandler> _activities = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string name, OrchestratorHandler handler) => Add(_orchestrators, "orchestrator", name, handler);

    public void Add(string name, ActivityHandler handler) => Add(_activities, "activity", name, handler);

    public bool TryGetOrchestrator(string name, [NotNullWhen(true)] out OrchestratorHandler? handler) =>
        _orchestrators.TryGetValue(name, out handler);

    public bool TryGetActivity(string name, [NotNullWhen(true)] out ActivityHandler? handler) =>
        _activities.TryGetValue(name, out handler);

    public static string Unknown(string kind, string name) => $"There is no {kind} named '{name}'.";

    private static void Add<T>(Dictionary<string, T> all, string kind, string name, T handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!all.TryAdd(name, handler))
            throw new ArgumentException($"Two definitions of the {kind} '{name}'.", nameof(name));
    }
}
