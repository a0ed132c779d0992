namespace StreamPlatform.Domain;

/// <summary>A thread-safe memory of the entries used last. What is forgotten is left to the garbage collector: others may hold it.</summary>
/// <param name="capacity">Entries kept or, with <paramref name="weightOf"/>, the most that they weigh together.</param>
/// <param name="weightOf">Of an entry; 1 each without.</param>
internal sealed class Bounded<TKey, TValue>(int capacity, Func<TValue, int>? weightOf = null)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _entries = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = new();
    private long _weight;

    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            if (_byUse.First != node)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }

            return node.Value.Value;
        }
    }

    /// <summary>The entry, made by <paramref name="create"/> (quickly: others wait) when it is not there.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
    {
        lock (_gate)
        {
            if (Find(key) is { } found)
            {
                return found;
            }

            var value = create(key);
            Add(key, value);
            return value;
        }
    }

    /// <summary>Puts the entry in the place of any that is there.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                Remove(node);
            }

            Add(key, value);
        }
    }

    private void Add(TKey key, TValue value)
    {
        _entries[key] = _byUse.AddFirst((key, value));
        _weight += WeightOf(value);
        while (_weight > capacity)
        {
            Remove(_byUse.Last!);
        }
    }

    private void Remove(LinkedListNode<(TKey Key, TValue Value)> node)
    {
        _entries.Remove(node.Value.Key);
        _byUse.Remove(node);
        _weight -= WeightOf(node.Value.Value);
    }

    private int WeightOf(TValue value) => weightOf?.Invoke(value) ?? 1;
}
