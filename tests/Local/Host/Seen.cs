using System.Collections.Concurrent;

namespace StreamPlatform.Local.Tests.Host;

/// <summary>What functions under test have seen, and how they are to behave.</summary>
public sealed class Seen
{
    private readonly ConcurrentQueue<string> _values = new();

    public IReadOnlyList<string> Values => [.. _values];

    /// <summary>Called with each value as it is seen; throws to make the function fail.</summary>
    public Action<string> React { get; set; } = _ => { };

    /// <summary>What the function waits for after it has seen a value.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task AddAsync(string value, CancellationToken cancellation = default)
    {
        _values.Enqueue(value);
        React(value);
        await Gate.WaitAsync(cancellation);
    }

    public int Count(string value) => _values.Count(seen => seen == value);
}
