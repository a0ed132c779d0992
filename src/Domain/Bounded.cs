namespace StreamPlatform.Domain;

/// <summary>A thread-safe memory of the entries used last. What is forgotten is left to the garbage collector: others may hold it.</summary>
/// <param name="capacity">Entries kept.</param>
internal sealed class Bounded<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _entries = new(capacity);
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = new();

    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
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
            _entries[key] = _byUse.AddFirst((key, value));
            if (_entries.Count > capacity)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }

            return value;
        }
    }
}
