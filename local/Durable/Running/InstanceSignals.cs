using System.Collections.Concurrent;

namespace StreamPlatform.Local.Durable;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the instance's next change. Ask for it before looking at the instance.</summary>
    public Task NextChange(string instanceId) => _waiting.GetOrAdd(
        instanceId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(string instanceId)
    {
        if (_waiting.TryRemove(instanceId, out var waiting))
            waiting.SetResult();
    }
}
